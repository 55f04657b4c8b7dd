import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"

import { captured, NO_ORDER, orderIdsOf, readBooks } from "../support/books"
import { runWorkflow } from "../support/carts/admin"
import { tick } from "../support/carts/tick"
import { KEEPS_PAGES_OPEN } from "../support/faults"
import { announcedOf, rowOf } from "../support/ledger"
import { effectiveAmount } from "../support/money"
import { finish, makeLink, open, start, titleOf } from "../support/payment-links"
import { authorizeSession } from "../support/sessions"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  askForSession,
  comeBack,
  completeCart,
  fillCart,
  openCollection,
  payAt,
  PEN,
  PROVIDER,
  startPayment,
  startPaymentOf,
  type CartWish,
  type StartedPayment,
} from "../support/shopper"

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

const big = (column: string, value: string) =>
  `${column} = ${value}, raw_${column} = jsonb_build_object('value', (${value})::text, 'precision', 20)`

/** Ways in which a cart comes to cost something else without Medusa replacing its payment session. */
const CHANGES = {
  "a gift card is put on the cart": (cart_id) =>
    runWorkflow(shop, "create-cart-credit-lines", [
      { cart_id, amount: 10, reference: "gift_card", reference_id: "gift_1" },
    ]),
  "a quantity changes at the moment of the start": (cart_id) =>
    shop.db.run(`UPDATE cart_line_item SET quantity = 50 WHERE cart_id = '${cart_id}'`),
  "a price changes": (cart_id) =>
    shop.db.run(
      `UPDATE cart_line_item SET ${big("unit_price", "unit_price + 1")} WHERE cart_id = '${cart_id}'`,
    ),
  "a promotion ends": (cart_id) =>
    shop.db.run(`UPDATE cart_line_item_adjustment SET deleted_at = now()
      WHERE item_id IN (SELECT id FROM cart_line_item WHERE cart_id = '${cart_id}')`),
  "another carrier is charged": (cart_id) =>
    shop.db.run(
      `UPDATE cart_shipping_method SET ${big("amount", "amount + 5")} WHERE cart_id = '${cart_id}'`,
    ),
  "taxes are computed": (cart_id) =>
    shop.db.run(`UPDATE cart_line_item SET is_tax_inclusive = false WHERE cart_id = '${cart_id}'`),
} satisfies Record<string, (cart_id: string) => Promise<unknown>>

type Change = keyof typeof CHANGES
const isChange = (name: string): name is Change => name in CHANGES
const changes = Object.keys(CHANGES).filter(isChange)

const WISH: CartWish = { items: { [PEN]: 2 }, codes: ["WELCOME5"], shipping: "standard" }

/** A payment that was started before its cart changed. */
async function startAndChange(change: Change): Promise<StartedPayment> {
  const payment = await startPayment(shop, await fillCart(shop, WISH))
  await CHANGES[change](payment.cartId)
  return payment
}

const polledReply = z.object({
  payment_session: z.object({ state: z.string(), code: z.string(), text: z.string() }),
})

async function poll({ sessionId }: StartedPayment) {
  const path = `/store/secuconnect/payment-sessions/${sessionId}`
  return (await shop.store.ok(polledReply, path)).payment_session
}

const payloads = z.object({ payload: z.looseObject({}) })

async function told({ stx }: StartedPayment, event: string) {
  const { id } = await rowOf(shop, { stx })
  const sql =
    "SELECT payload FROM secuconnect_checkout_event WHERE checkout_id = $1 AND event_name = $2"
  return (await shop.db.rows(payloads, sql, [id, event]))[0]?.payload
}

describe.each(changes)("%s after the payment was started", (change) => {
  it("money that is there places no order; the merchant is told at once, with both sums", async () => {
    const payment = await startAndChange(change)
    const arrival = await comeBack(await payAt(shop, payment))
    expect(arrival).toMatchObject({ outcome: "pending", orderId: null })
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)

    const { attention, reference } = await rowOf(shop, payment)
    expect(attention).toBe("orphaned")
    expect(shop.log()).toMatch(
      new RegExp(`${reference}: orphaned: [\\d.]+ EUR paid, [\\d.]+ EUR due`),
    )
    const event = await told(payment, "secuconnect.payment_orphaned")
    expect(event?.["amount"]).toBe(payment.session.amount)
    expect(event?.["amount_due"]).not.toBe(payment.session.amount)
    expect(await poll(payment)).toMatchObject({ code: "payment_amount_changed" })
  })

  it("the storefront's own completion is refused with a sentence for the shopper", async () => {
    const payment = await startAndChange(change)
    await payAt(shop, payment)
    const { body } = await completeCart(shop, payment.cartId)
    expect(body).toMatchObject({
      type: "cart",
      error: { message: /cart has changed|Warenkorbs hat/ },
    })
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
    await tick(shop)
    expect(await rowOf(shop, payment)).toMatchObject({ attention: "orphaned" })
  })

  it("the shopper pays again with the right amount, and that is ordered", async () => {
    const payment = await startAndChange(change)
    await comeBack(await payAt(shop, payment))
    await runWorkflow(shop, "refresh-payment-collection-for-cart", { cart_id: payment.cartId })
    const second = await startPayment(shop, payment.cartId)
    expect(second.session.amount).not.toBe(payment.session.amount)
    expect(await comeBack(await payAt(shop, second))).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(second.session.amount))
    expect(await rowOf(shop, second)).toMatchObject({ attention: null })
    expect(await rowOf(shop, payment)).toMatchObject({ attention: "orphaned" })
    expect(await effectiveAmount(shop, payment)).toBe(Math.round(payment.session.amount * 100))
  })

  it("a promised transfer is cancelled, and the shopper is told why", async () => {
    const payment = await startAndChange(change)
    await comeBack(await payAt(shop, payment, { method: "prepaid" }))
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
    expect(await shop.sandbox.read(payment.stx)).toMatchObject({ status: "cancelled" })
    expect(await poll(payment)).toMatchObject({
      state: "failed",
      code: "payment_amount_changed_unpaid",
    })
  })
})

it("a total between two cents is ordered: the core calculates it twice, and not to the same digits", async () => {
  const cart = await fillCart(shop, { items: { [PEN]: 1 }, codes: ["PENS10"] })
  const payment = await startPayment(shop, cart)
  expect(payment.session.amount).toBe(14.355)
  expect(await comeBack(await payAt(shop, payment))).toMatchObject({ outcome: "success" })
  expect(await rowOf(shop, payment)).toMatchObject({ status: "accepted", attention: null })
})

/** Ways that need something to be there before the payment is started. */
const PREPARED = {
  "a gift card is taken off": { before: (id) => putOn(id, 20), after: (id) => takeOff(id) },
  "a gift card is changed for another": {
    before: (id) => putOn(id, 5),
    after: async (id) => {
      await takeOff(id)
      await putOn(id, 7.5)
    },
  },
  "taxes are asked for that were not shown yet": {
    before: async (id) => {
      await taxAutomatically(false)
      await shop.db.run(`WITH lines AS (UPDATE cart_line_item SET is_tax_inclusive = false
          WHERE cart_id = '${id}' RETURNING id)
        UPDATE cart_line_item_tax_line SET deleted_at = now() WHERE item_id IN (SELECT id FROM lines)`)
    },
    after: (id) =>
      shop.store.ok(z.unknown(), `/store/carts/${id}/taxes`, { method: "POST", body: {} }),
  },
} satisfies Record<string, Record<"before" | "after", (cartId: string) => Promise<unknown>>>

const putOn = (cart_id: string, amount: number) =>
  runWorkflow(shop, "create-cart-credit-lines", [
    { cart_id, amount, reference: "gift_card", reference_id: `gift_${String(amount)}` },
  ])

async function takeOff(cartId: string): Promise<void> {
  const row = z.object({ id: z.string() })
  const sql = "SELECT id FROM credit_line WHERE cart_id = $1 AND deleted_at IS NULL"
  const ids = (await shop.db.rows(row, sql, [cartId])).map(({ id }) => id)
  await runWorkflow(shop, "delete-cart-credit-lines", { id: ids })
}

const taxAutomatically = (automatic_taxes: boolean) =>
  shop.admin.ok(z.unknown(), `/admin/regions/${shop.seeded.region_id}`, {
    body: { automatic_taxes },
  })

const totalReply = z.object({ cart: z.object({ total: z.number() }) })
const totalOf = async (cartId: string) =>
  (await shop.store.ok(totalReply, `/store/carts/${cartId}`)).cart.total

it.each(Object.entries(PREPARED))(
  "%s after the payment was started: no order is placed, and the merchant is told",
  async (_what, { before, after }) => {
    const cartId = await fillCart(shop)
    try {
      await before(cartId)
      const payment = await startPayment(shop, cartId)
      await after(cartId)
      expect(await totalOf(cartId)).not.toBe(payment.session.amount)
      await comeBack(await payAt(shop, payment))
      await completeCart(shop, cartId)
      await shop.sandbox.push(payment.stx)
      expect(await readBooks(shop, cartId)).toEqual(NO_ORDER)
      expect(await rowOf(shop, payment)).toMatchObject({ attention: "orphaned" })
    } finally {
      await taxAutomatically(true)
    }
  },
)

it("a gift card is put on and taken off again: the order is placed", async () => {
  const payment = await startPayment(shop, await fillCart(shop))
  await putOn(payment.cartId, 10)
  await takeOff(payment.cartId)
  expect(await comeBack(await payAt(shop, payment))).toMatchObject({ outcome: "success" })
  expect(await readBooks(shop, payment.cartId)).toEqual(captured(payment.session.amount))
})

describe("a quantity that changes while the payment is being started", () => {
  const lines = z.object({
    cart: z.object({ items: z.array(z.object({ id: z.string() })).min(1) }),
  })
  const stxRow = z.object({ stx: z.string() })

  const setQuantity = async (cartId: string, quantity: number) => {
    const { cart } = await shop.store.ok(lines, `/store/carts/${cartId}`)
    const path = `/store/carts/${cartId}/line-items/${cart.items[0]?.id ?? ""}`
    await shop.store.ok(z.unknown(), path, { body: { quantity } })
  }

  /** Every page of the cart that somebody can pay on. */
  const openPages = async (cartId: string) => {
    const sql = "SELECT stx_id AS stx FROM secuconnect_checkout WHERE cart_id = $1"
    const open = []
    for (const page of await shop.db.rows(stxRow, sql, [cartId])) {
      if ((await shop.sandbox.read(page.stx)).status === "created") open.push(page)
    }
    return open
  }

  it.each([
    { quantity: 50, after_ms: 0, by: "return" },
    { quantity: 1, after_ms: 40, by: "store" },
    { quantity: 3, after_ms: 120, by: "return" },
  ])(
    "to $quantity, $after_ms ms after it, then $by: what is ordered is what was paid, or it is told",
    async ({ quantity, after_ms, by }) => {
      const cartId = await fillCart(shop)
      const collectionId = await openCollection(shop, cartId)
      await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
      await Promise.all([
        askForSession(shop, collectionId),
        sleep(after_ms).then(() => setQuantity(cartId, quantity)),
      ])
      // Medusa deletes a session whose cart has changed: whoever saw its page starts again.
      const open = await openPages(cartId)
      const pages = open.length > 0 ? open : [await startPayment(shop, cartId)]
      const ways: string[] = []
      for (const page of pages) ways.push(await payAt(shop, page))
      await shop.sandbox.calm()
      for (const [nth, page] of pages.entries()) {
        if (by === "return") await comeBack(ways[nth] ?? "")
        else await completeCart(shop, cartId)
        await shop.sandbox.push(page.stx)
      }
      const rows = await Promise.all(pages.map((page) => rowOf(shop, page)))
      const paying = rows.filter(({ attention }) => attention === null)
      const { orders, total, captures } = await readBooks(shop, cartId)
      expect(paying).toHaveLength(orders)
      expect(captures).toEqual(orders === 0 ? [] : [total])
      const told = rows.filter(({ attention }) => attention !== null)
      expect(told.every(({ attention }) => attention === "orphaned")).toBe(true)
    },
  )
})

it("a total that comes back places the order after all", async () => {
  const payment = await startAndChange("a price changes")
  await comeBack(await payAt(shop, payment))
  expect(await rowOf(shop, payment)).toMatchObject({ attention: "orphaned" })
  await shop.db.run(
    `UPDATE cart_line_item SET ${big("unit_price", "unit_price - 1")} WHERE cart_id = '${payment.cartId}'`,
  )
  await shop.sandbox.push(payment.stx)
  expect(await readBooks(shop, payment.cartId)).toEqual(captured(payment.session.amount))
  expect(await rowOf(shop, payment)).toMatchObject({ attention: null })
})

it("a cart that costs nothing any more is ordered without the payment, which is told", async () => {
  const payment = await startPayment(shop, await fillCart(shop, WISH))
  await runWorkflow(shop, "create-cart-credit-lines", [
    {
      cart_id: payment.cartId,
      amount: payment.session.amount,
      reference: "gift_card",
      reference_id: "gift_2",
    },
  ])
  await payAt(shop, payment)
  expect(await completeCart(shop, payment.cartId)).toMatchObject({ status: 200 })
  await shop.sandbox.push(payment.stx)
  expect(await readBooks(shop, payment.cartId)).toMatchObject({
    orders: 1,
    total: 0,
    captures: [],
    transactions: [],
  })
  expect(await rowOf(shop, payment)).toMatchObject({ attention: "orphaned" })
  expect(await announcedOf(shop, payment)).toEqual(["secuconnect.payment_orphaned"])
})

describe("an order that the core places on a payment of another amount: the session was authorized before", () => {
  const orderAnyway = async (change: Change) => {
    const payment = await startPayment(shop, await fillCart(shop, WISH))
    await payAt(shop, payment)
    await authorizeSession(shop, payment)
    await CHANGES[change](payment.cartId)
    expect(await completeCart(shop, payment.cartId)).toMatchObject({ body: { type: "order" } })
    await shop.sandbox.push(payment.stx)
    return payment
  }

  const listed = z.object({ payments: z.array(z.object({ state: z.string() })).length(1) })

  it.each<[Change]>([
    ["a quantity changes at the moment of the start"],
    ["a gift card is put on the cart"],
    ["another carrier is charged"],
  ])(
    "%s: needs a person at once, is told with both sums, and is never called paid",
    async (change) => {
      const payment = await orderAnyway(change)
      const { total } = await readBooks(shop, payment.cartId)
      expect(await rowOf(shop, payment)).toMatchObject({ attention: "amount_differs" })
      expect(await announcedOf(shop, payment)).toEqual(["secuconnect.payment_amount_differs"])
      const event = await told(payment, "secuconnect.payment_amount_differs")
      expect(event).toMatchObject({ amount: payment.session.amount, currency_due: "eur" })
      expect(event?.["amount_due"]).toBe(total)
      const path = `/admin/secuconnect/payments?q=${payment.stx}`
      expect((await shop.admin.ok(listed, path)).payments[0]?.state).toBe("differs")
      expect(await poll(payment)).toMatchObject({ state: "processing", code: "payment_in_review" })
    },
  )

  it("is settled when the rest was paid through a payment link", async () => {
    const payment = await orderAnyway("a quantity changes at the moment of the start")
    const { total } = await readBooks(shop, payment.cartId)
    const [orderId = ""] = await orderIdsOf(shop, payment.cartId)
    const url = await makeLink(shop, orderId)
    const page = await open(url)
    expect(titleOf(page)).toBe("Pay for your order")
    expect(page.text).toContain(`€${((total ?? 0) - payment.session.amount).toFixed(2)}`)
    expect(titleOf(await finish(shop, await start(url)))).toMatch(/nothing left|nichts mehr/)
    await shop.sandbox.push(payment.stx)
    expect(await rowOf(shop, payment)).toMatchObject({ attention: null })
  })

  it("is settled when what was paid too much has been refunded", async () => {
    const payment = await orderAnyway("a gift card is put on the cart")
    const { total } = await readBooks(shop, payment.cartId)
    const path = `/admin/payments/pay_${payment.sessionId}/refund`
    const body = { amount: payment.session.amount - (total ?? 0) }
    expect(await shop.admin.call(path, { body })).toMatchObject({ status: 200 })
    await shop.sandbox.push(payment.stx)
    expect(await rowOf(shop, payment)).toMatchObject({ attention: null })
    expect(await announcedOf(shop, payment)).toContain("secuconnect.payment_accepted")
  })
})

describe("a cart that the shop splits over two payments on purpose", () => {
  const MANUAL = "pp_system_default"

  beforeAll(() =>
    shop.admin.ok(z.unknown(), `/admin/regions/${shop.seeded.region_id}`, {
      body: { payment_providers: [PROVIDER, MANUAL] },
    }),
  )

  const reduce = (collectionId: string, by: number) =>
    shop.db.run(
      `UPDATE payment_collection SET ${big("amount", `amount - ${String(by)}`)} WHERE id = '${collectionId}'`,
    )

  /** Store credit of 10.00 beside a payment of the rest. */
  const split = async (status: "authorized" | "pending", credit = 10): Promise<StartedPayment> => {
    const cartId = await fillCart(shop, WISH)
    const collectionId = await openCollection(shop, cartId)
    await reduce(collectionId, 10)
    const payment = { cartId, collectionId, ...(await startPaymentOf(shop, collectionId)) }
    await reduce(collectionId, -10)
    const id = `payses_0${cartId.slice(-8)}`
    const amount = `${String(credit)}, '{"value": "${String(credit)}", "precision": 20}'::jsonb`
    await shop.db
      .run(`INSERT INTO payment_session (id, currency_code, amount, raw_amount, provider_id,
        data, status, authorized_at, payment_collection_id) VALUES ('${id}', 'eur', ${amount},
        '${MANUAL}', '{}', '${status}', ${status === "authorized" ? "now()" : "NULL"}, '${collectionId}')`)
    if (status === "authorized") {
      await shop.db
        .run(`INSERT INTO payment (id, amount, raw_amount, currency_code, provider_id, data,
        payment_collection_id, payment_session_id) VALUES ('pay_${id}', ${amount}, 'eur',
        '${MANUAL}', '{}', '${collectionId}', '${id}')`)
    }
    return payment
  }

  it.each([
    ["the other part is authorized before, and the shopper comes back", "authorized", "return"],
    ["the other part is authorized before, and the storefront completes", "authorized", "store"],
    ["the other part is still open, and the shopper comes back", "pending", "return"],
    ["the other part is still open, and the storefront completes", "pending", "store"],
  ] as const)("%s: one order, and ours is captured", async (_what, status, by) => {
    const payment = await split(status)
    const wayBack = await payAt(shop, payment)
    if (by === "return") expect(await comeBack(wayBack)).toMatchObject({ outcome: "success" })
    else expect(await completeCart(shop, payment.cartId)).toMatchObject({ body: { type: "order" } })
    await shop.sandbox.push(payment.stx)
    const { amount } = payment.session
    expect(await readBooks(shop, payment.cartId)).toMatchObject({
      orders: 1,
      total: amount + 10,
      captures: [amount],
      transactions: [amount],
    })
    expect(await rowOf(shop, payment)).toMatchObject({ attention: null })
  })

  it("a part that is too small is no split: the shopper's payment is told with both sums", async () => {
    const payment = await split("authorized", 9)
    expect(await comeBack(await payAt(shop, payment))).toMatchObject({ orderId: null })
    expect(await rowOf(shop, payment)).toMatchObject({ attention: "orphaned" })
    const { amount } = payment.session
    const event = await told(payment, "secuconnect.payment_orphaned")
    expect(event).toMatchObject({ amount, amount_due: amount + 1 })
  })
})
