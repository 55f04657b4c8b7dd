import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"

import { captured, NO_ORDER, readBooks } from "../support/books"
import { tick } from "../support/carts/tick"
import { KEEPS_PAGES_OPEN } from "../support/faults"
import { announcedOf, makeDue, rowOf } from "../support/ledger"
import { effectiveAmount } from "../support/money"
import { share } from "../support/proof"
import type { Method } from "../support/sandbox-control"
import {
  expectOrderOfTab,
  isTabClosed,
  sessionsOfCollection,
  startTabs,
  tabOf,
  type Several,
  type Tab,
} from "../support/several-tabs"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  askForSession,
  chooseShipping,
  comeBack,
  completeCart,
  fillCart,
  goToCheckout,
  openCollection,
  payAt,
  PROVIDER,
  startPayment,
} from "../support/shopper"
import { until } from "../support/until"

const AMOUNT = 31.9
const CARD = "pp_secuconnect-creditcard_secuconnect"
const PAYPAL = "pp_secuconnect-paypal_secuconnect"
const MANUAL = "pp_system_default"

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
  const body = { payment_providers: [PROVIDER, CARD, PAYPAL, MANUAL] }
  await shop.admin.ok(z.unknown(), `/admin/regions/${shop.seeded.region_id}`, { body })
})

afterAll(() => shop.stop())

const startAtOnce = (count: number) => startTabs(shop, count)
const sessionsOf = (collectionId: string) => sessionsOfCollection(shop, collectionId)
const isCancelled = (tab: Tab) => isTabClosed(shop, tab)
const expectOrderOf = (several: Several, paid: Tab) => expectOrderOfTab(shop, several, paid)

const TABS = [
  { count: 2, nth: 0 },
  { count: 2, nth: 1 },
  { count: 3, nth: 0 },
  { count: 3, nth: 1 },
  { count: 3, nth: 2 },
]

describe.each(share(TABS))("$count tabs; number $nth is paid", ({ count, nth }) => {
  it("the shopper comes back: there is the order, and the other tabs are closed", async () => {
    const several = await startAtOnce(count)
    const paid = tabOf(several, nth)
    const arrival = await comeBack(await payAt(shop, paid))
    expect(arrival).toMatchObject({ outcome: "success", sessionId: paid.sessionId })
    expect(arrival.orderId).not.toBeNull()
    await expectOrderOf(several, paid)
  })

  it("only the webhook comes: the same", async () => {
    const several = await startAtOnce(count)
    const paid = tabOf(several, nth)
    await payAt(shop, paid)
    expect(await shop.sandbox.push(paid.stx)).toEqual([200])
    await expectOrderOf(several, paid)
  })

  it("the storefront completes the cart before anybody else looks: the order comes in a moment", async () => {
    const several = await startAtOnce(count)
    const paid = tabOf(several, nth)
    await payAt(shop, paid)
    const { status, body } = await completeCart(shop, several.cartId)
    if (status !== 200) expect(body).toMatchObject({ code: "checkout_already_paid" })
    await until("the order", async () =>
      (await readBooks(shop, several.cartId)).captures.length > 0 ? true : undefined,
    )
    await shop.sandbox.push(paid.stx)
    await expectOrderOf(several, paid)
  })
})

it("storefront, return and webhook at once: one order, by the tab that was paid", async () => {
  const several = await startAtOnce(3)
  const paid = tabOf(several, 2)
  const wayBack = await payAt(shop, paid)
  await Promise.all([
    comeBack(wayBack),
    shop.sandbox.push(paid.stx),
    completeCart(shop, several.cartId),
  ])
  await shop.sandbox.push(paid.stx)
  await expectOrderOf(several, paid)
})

describe("two tabs that are both paid", () => {
  it.each([
    ["first", [0, 1]],
    ["second", [1, 0]],
  ] as const)(
    "the %s one looks first: one order, the other payment is told",
    async (_which, [one, two]) => {
      const several = await startAtOnce(2)
      const [first, second] = [tabOf(several, one), tabOf(several, two)]
      await payAt(shop, second)
      expect(await comeBack(await payAt(shop, first))).toMatchObject({ outcome: "success" })
      await shop.sandbox.push(second.stx)
      expect(await readBooks(shop, several.cartId)).toEqual(captured(AMOUNT))
      expect(await rowOf(shop, first)).toMatchObject({ attention: null })
      expect(await rowOf(shop, second)).toMatchObject({ attention: "orphaned" })
      expect(await announcedOf(shop, second)).toEqual(["secuconnect.payment_orphaned"])
      expect(await effectiveAmount(shop, second)).toBe(3190)
    },
  )

  it("both come back at the same moment: one order, one payment without order", async () => {
    const several = await startAtOnce(2)
    const ways = await Promise.all(several.tabs.map((tab) => payAt(shop, tab)))
    await Promise.all(ways.map(comeBack))
    for (const { stx } of several.tabs) await shop.sandbox.push(stx)
    expect(await readBooks(shop, several.cartId)).toEqual(captured(AMOUNT))
    const rows = await Promise.all(several.tabs.map((tab) => rowOf(shop, tab)))
    expect(rows.map(({ attention }) => attention).sort()).toEqual(["orphaned", null].sort())
  })
})

describe("a transfer is promised in one tab, and another one is paid", () => {
  it.each([
    { what: "the promise is in the first, its webhook comes first", waits: 0, by: "push" },
    { what: "the promise is in the second, its webhook comes first", waits: 1, by: "push" },
    { what: "the promise is in the first, the storefront completes", waits: 0, by: "store" },
  ])("$what: the money gets the order", async ({ waits, by }) => {
    const several = await startAtOnce(2)
    const [promise, paid] = [tabOf(several, waits), tabOf(several, 1 - waits)]
    await payAt(shop, promise, { method: "prepaid" })
    await payAt(shop, paid)
    if (by === "push") {
      await shop.sandbox.push(promise.stx)
      expect(await readBooks(shop, several.cartId)).toEqual(NO_ORDER)
    } else {
      const { status, body } = await completeCart(shop, several.cartId)
      // Medusa gives a cart's sessions in no certain order.
      if (status !== 200) expect(body).toMatchObject({ code: "checkout_already_paid" })
    }
    await shop.sandbox.push(paid.stx)
    await expectOrderOf(several, paid)
  })
})

describe("a session that was replaced, and is paid before its page is closed", () => {
  afterEach(() => shop.sandbox.calm())

  const replace = async (provider: string) => {
    const first = await goToCheckout(shop)
    await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
    const second = await startPayment(shop, first.cartId, { provider })
    return { first, second }
  }

  it.each([
    ["by a second start", PROVIDER],
    ["by a start with another method", CARD],
  ])("%s: its payment gets the order, and the newer page is closed", async (_how, provider) => {
    const { first, second } = await replace(provider)
    const wayBack = await payAt(shop, first)
    await shop.sandbox.calm()
    expect(await comeBack(wayBack)).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, first.cartId)).toEqual(captured(AMOUNT))
    expect(await rowOf(shop, first)).toMatchObject({ attention: null })
    await until("the cancellation of the other one", () => isCancelled(second))

    const path = `/store/secuconnect/payment-sessions/${first.sessionId}`
    const { body } = await shop.store.call(path)
    expect(body).toMatchObject({ payment_session: { id: first.sessionId, state: "paid" } })
  })

  it("and the newer one is paid too: one order, the other payment is told", async () => {
    const { first, second } = await replace(PROVIDER)
    await payAt(shop, second)
    const wayBack = await payAt(shop, first)
    await shop.sandbox.calm()
    await comeBack(wayBack)
    await shop.sandbox.push(second.stx)
    await shop.sandbox.push(first.stx)
    expect(await readBooks(shop, first.cartId)).toEqual(captured(AMOUNT))
    expect(await rowOf(shop, second)).toMatchObject({ attention: null })
    expect(await rowOf(shop, first)).toMatchObject({ attention: "orphaned" })
  })

  it("by one over another total: the money is told, and gets no order", async () => {
    const first = await goToCheckout(shop)
    await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
    await chooseShipping(shop, first.cartId, "express")
    await startPayment(shop, first.cartId)
    const wayBack = await payAt(shop, first)
    await shop.sandbox.calm()
    expect(await comeBack(wayBack)).toMatchObject({ orderId: null })
    expect(await rowOf(shop, first)).toMatchObject({ attention: "orphaned" })
    expect(await readBooks(shop, first.cartId)).toEqual(NO_ORDER)
    const path = `/store/secuconnect/payment-sessions/${first.sessionId}`
    expect(await shop.store.call(path)).toMatchObject({
      body: { payment_session: { code: "payment_amount_changed" } },
    })
  })
})

const startedRow = z.object({
  stx: z.string(),
  sessionId: z.string(),
  method: z.string().nullable(),
})

/** Every page that was opened for a cart and can still be paid on, the oldest first. */
async function openPages(cartId: string) {
  const sql = `SELECT stx_id AS stx, payment_session_id AS "sessionId", requested_method AS method
    FROM secuconnect_checkout WHERE cart_id = $1 AND stx_id IS NOT NULL ORDER BY created_at`
  const open = []
  for (const page of await shop.db.rows(startedRow, sql, [cartId])) {
    if ((await shop.sandbox.read(page.stx)).status === "created") open.push(page)
  }
  return open
}

type Page = Awaited<ReturnType<typeof openPages>>[number]

const payOn = (page: Page) =>
  payAt(shop, page, { method: page.method === "paypal" ? "paypal" : "creditcard" })

describe("a shopper who switches the method while the last one is being started", () => {
  afterEach(() => shop.sandbox.calm())

  /** Clicks one after the other, each so long after the one before. */
  const click = async (providers: string[], pause_ms: number) => {
    const cartId = await fillCart(shop)
    const collectionId = await openCollection(shop, cartId)
    const slow = { method: "POST", path: "/Transactions$", fault: "delay", delay_ms: 400 } as const
    await shop.sandbox.disturb(slow)
    await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
    const asked = providers.map(async (provider, nth) => {
      await sleep(nth * pause_ms)
      await askForSession(shop, collectionId, { provider })
    })
    await Promise.all(asked)
    // Medusa may refuse all of them, when each finds the other's session gone: then one clicks again.
    if ((await openPages(cartId)).length === 0) await startPayment(shop, cartId)
    const pages = await openPages(cartId)
    expect(pages.length).toBeGreaterThan(0)
    return { cartId, collectionId, pages, tabs: pages }
  }

  /** One page is paid, and afterwards all that is to be closed is. */
  const payOne = async ({ pages }: { pages: Page[] }, paid: Page | undefined) => {
    if (!paid) throw new Error("Nothing is open.")
    const wayBack = await payOn(paid)
    await shop.sandbox.calm()
    expect(await comeBack(wayBack)).toMatchObject({ outcome: "success" })
    for (const page of pages) if (page !== paid) await makeDue(shop, page)
    await tick(shop)
    return paid
  }

  const clicks: [what: string, providers: string[], pause_ms: number][] = [
    ["the card, then PayPal, at once", [CARD, PAYPAL], 0],
    ["three methods, a moment apart", [PROVIDER, CARD, PAYPAL], 150],
    ["there and back", [CARD, PAYPAL, CARD], 300],
  ]

  it.each(clicks)(
    "%s: the oldest page that is open gets the order, and the others are closed",
    async (_what, providers, pause_ms) => {
      const clicked = await click(providers, pause_ms)
      await expectOrderOf(clicked, await payOne(clicked, clicked.pages[0]))
    },
  )

  it.each(clicks)("%s: so does the newest", async (_what, providers, pause_ms) => {
    const clicked = await click(providers, pause_ms)
    await expectOrderOf(clicked, await payOne(clicked, clicked.pages.at(-1)))
  })

  it("pays on every page that is open: one order, the rest is told", async () => {
    const { cartId, pages } = await click([PROVIDER, CARD, PAYPAL], 0)
    const ways: string[] = []
    for (const page of pages) ways.push(await payOn(page))
    await shop.sandbox.calm()
    await Promise.all(ways.map(comeBack))
    for (const { stx } of pages) await shop.sandbox.push(stx)
    expect(await readBooks(shop, cartId)).toEqual(captured(AMOUNT))
    const told = await Promise.all(pages.map((page) => rowOf(shop, page)))
    const attentions = told.map(({ attention }) => attention)
    expect(attentions.filter((attention) => attention === null)).toHaveLength(1)
    expect(attentions.filter((attention) => attention === "orphaned")).toHaveLength(
      pages.length - 1,
    )
  })
})

describe("a switch whose start fails: Medusa starts the method before it once more", () => {
  const FAILS = { method: "POST", path: "/Transactions$", fault: "status", status: 500 } as const

  afterEach(() => shop.sandbox.calm())

  it("who pays on the page that is open then gets the order", async () => {
    const first = await startPayment(shop, await fillCart(shop))
    await shop.sandbox.disturb({ ...FAILS, times: 1 })
    expect((await askForSession(shop, first.collectionId, { provider: CARD })).status).not.toBe(200)
    const [page] = (await openPages(first.cartId)).slice(-1)
    if (!page) throw new Error("Nothing is open.")
    expect(await comeBack(await payOn(page))).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, first.cartId)).toEqual(captured(AMOUNT))
    expect(await rowOf(shop, page)).toMatchObject({ attention: null })
  })

  it("who pays on the first page, which was to be closed, gets the order", async () => {
    const first = await startPayment(shop, await fillCart(shop))
    await shop.sandbox.disturb({ ...FAILS, times: 1 })
    await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
    await askForSession(shop, first.collectionId, { provider: CARD })
    const wayBack = await payAt(shop, first)
    await shop.sandbox.calm()
    expect(await comeBack(wayBack)).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, first.cartId)).toEqual(captured(AMOUNT))
    expect(await rowOf(shop, first)).toMatchObject({ attention: null })
  })
})

const requestSchema = z.object({
  application_context: z.object({ return_urls: z.object({ url_abort: z.string() }) }),
})

describe("the cart was ordered in another tab", () => {
  it.each<[Method]>([["creditcard"], ["prepaid"]])(
    "who turns back in this one is led to the order, and so is a page that asks: %s",
    async (method) => {
      const several = await startAtOnce(2)
      const [left, paid] = [tabOf(several, 0), tabOf(several, 1)]
      const { orderId } = await comeBack(await payAt(shop, paid, { method }))
      const { request } = await shop.sandbox.read(left.stx)
      const { url_abort } = requestSchema.parse(request).application_context.return_urls
      expect(await comeBack(url_abort)).toMatchObject({ outcome: "success", orderId })
      const { body } = await shop.store.call(
        `/store/secuconnect/payment-sessions/${left.sessionId}`,
      )
      expect(body).toMatchObject({ payment_session: { order_id: orderId } })
    },
  )

  it("of money that came in twice the customer is told first", async () => {
    const several = await startAtOnce(2)
    await shop.sandbox.disturb({ method: "POST", path: "/cancel$", fault: "status", status: 400 })
    const [first, second] = [tabOf(several, 0), tabOf(several, 1)]
    await comeBack(await payAt(shop, first))
    const back = await comeBack(await payAt(shop, second))
    await shop.sandbox.calm()
    expect(back).toMatchObject({ outcome: "pending", orderId: null })
  })

  it("a declined payment of a cart that nobody has ordered is a failure", async () => {
    const payment = await goToCheckout(shop)
    const back = await comeBack(await payAt(shop, payment, { outcome: "decline" }))
    expect(back).toMatchObject({ outcome: "failed", orderId: null })
  })
})

it.each<[Method]>([["creditcard"], ["prepaid"]])(
  "nobody is sent to a second page when the cart has been paid on the first: %s",
  async (method) => {
    const several = await startAtOnce(2)
    await payAt(shop, tabOf(several, 1), { method })
    const path = `/store/secuconnect/payment-sessions/${tabOf(several, 0).sessionId}/checkout`
    expect(await shop.store.call(path, { method: "POST", body: {} })).toMatchObject({
      body: { code: "checkout_already_paid" },
    })
  },
)

describe("a session of another provider beside ours", () => {
  /** What a second tab with another way to pay leaves, before all others. */
  const addManual = async ({ collectionId }: Several, status: "pending" | "authorized") => {
    const id = `payses_00${collectionId.slice(-10)}`
    const at = status === "authorized" ? "now()" : "NULL"
    await shop.db
      .run(`INSERT INTO payment_session (id, currency_code, amount, raw_amount, provider_id,
        data, status, authorized_at, payment_collection_id) SELECT '${id}', currency_code, amount,
        raw_amount, '${MANUAL}', '{}', '${status}', ${at}, id FROM payment_collection
        WHERE id = '${collectionId}'`)
    if (status === "pending") return
    await shop.db
      .run(`INSERT INTO payment (id, amount, raw_amount, currency_code, provider_id, data,
        payment_collection_id, payment_session_id) SELECT 'pay_${id}', amount, raw_amount, currency_code,
        provider_id, '{}', payment_collection_id, id FROM payment_session WHERE id = '${id}'`)
  }

  it("that nobody has paid with is closed, and ours gets the order", async () => {
    const several = await startAtOnce(1)
    await addManual(several, "pending")
    const paid = tabOf(several, 0)
    expect(await comeBack(await payAt(shop, paid))).toMatchObject({ outcome: "success" })
    await expectOrderOf(several, paid)
  })

  it("that is authorized stays: our payment is one too many, and told at once", async () => {
    const several = await startAtOnce(1)
    await addManual(several, "authorized")
    const paid = tabOf(several, 0)
    expect(await comeBack(await payAt(shop, paid))).toMatchObject({ orderId: null })
    expect(await rowOf(shop, paid)).toMatchObject({ attention: "orphaned" })
    expect(await announcedOf(shop, paid)).toEqual(["secuconnect.payment_orphaned"])
    expect(await sessionsOf(several.collectionId)).toHaveLength(2)

    await until("the order of the other provider", async () => {
      await completeCart(shop, several.cartId)
      return (await readBooks(shop, several.cartId)).orders === 1 ? true : undefined
    })
    await shop.sandbox.push(paid.stx)
    expect(await readBooks(shop, several.cartId)).toMatchObject({ orders: 1, captures: [] })
    expect(await rowOf(shop, paid)).toMatchObject({ attention: "orphaned" })
  })
})
