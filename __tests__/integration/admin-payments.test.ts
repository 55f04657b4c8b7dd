import { z } from "zod"

import { createApi } from "../support/http"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { comeBack, goToCheckout, payAt, type StartedPayment } from "../support/shopper"
import { type Method } from "../support/sandbox-control"

const aText: unknown = expect.any(String)
const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern)

let shop: Shop

const viewSchema = z.looseObject({
  id: z.string(),
  state: z.string(),
  method: z.string().nullable(),
  amount: z.number(),
  booked: z.looseObject({ captured: z.number(), refunded: z.number() }).nullable(),
  order: z.object({ id: z.string(), display_id: z.number().nullable() }).nullable(),
  actions: z.array(z.string()),
  warnings: z.array(z.object({ code: z.string(), detail: z.string().nullable() })),
  transfer: z.looseObject({ iban: z.string(), amount: z.number() }).nullable(),
  timeline: z.array(z.looseObject({ source: z.string(), finding: z.string() })),
})
const viewReply = z.object({ payment: viewSchema })
const listReply = z.looseObject({
  payments: z.array(
    z.looseObject({ id: z.string(), stx_id: z.string().nullable(), state: z.string() }),
  ),
  count: z.number(),
  is_exact: z.boolean(),
  has_more: z.boolean(),
})

interface Paid extends StartedPayment {
  /** Of the ledger. */
  id: string
  orderId: string
}

async function pay(method: Method): Promise<Paid> {
  const payment = await goToCheckout(shop)
  const { orderId } = await comeBack(await payAt(shop, payment, { method }))
  return { ...payment, id: payment.session.data.checkout_id, orderId: orderId ?? "" }
}

const path = "/admin/secuconnect"
const view = async ({ id }: { id: string }) =>
  (await shop.admin.ok(viewReply, `${path}/payments/${id}`)).payment
const act = (id: string, action: string, body: object = {}) =>
  shop.admin.call(`${path}/payments/${id}/${action}`, { body })
const list = (query: string) => shop.admin.ok(listReply, `${path}/payments?${query}`)
const found = async (query: string) => (await list(query)).payments.map(({ stx_id }) => stx_id)

let waiting: Paid
let card: Paid
let invoice: Paid
let open: StartedPayment

beforeAll(async () => {
  shop = await sharedShop({ sandbox: { pushes: false }, clock: "stands" })
  waiting = await pay("prepaid")
  card = await pay("creditcard")
  invoice = await pay("invoice")
  open = await goToCheckout(shop)
})

afterAll(() => shop.stop())

describe("who may look", () => {
  it.each([
    ["GET", "/orders/order_1/payments"],
    ["GET", "/payments"],
    ["GET", "/payments/export"],
    ["GET", "/payments/scchk_1"],
    ["POST", "/payments/scchk_1/refresh"],
    ["POST", "/payments/scchk_1/remind"],
    ["POST", "/payments/scchk_1/report-delivery"],
    ["POST", "/payments/scchk_1/cancel"],
    ["POST", "/payments/scchk_1/resolve"],
    ["GET", "/regions/reg_1/methods"],
    ["POST", "/regions/reg_1/methods"],
  ])("%s %s needs the admin's login", async (method, route) => {
    const stranger = createApi(shop.storeUrl)
    const request = method === "POST" ? { method, body: {} } : { method }
    expect(await stranger.call(path + route, request)).toMatchObject({ status: 401 })
  })
})

describe("the payments of an order", () => {
  it("tell a prepayment with the account that secuconnect has named", async () => {
    const reply = z.object({ payments: z.array(viewSchema) })
    const { payments } = await shop.admin.ok(reply, `${path}/orders/${waiting.orderId}/payments`)
    const transaction = await shop.sandbox.read(waiting.stx)
    expect(payments).toMatchObject([
      {
        id: waiting.id,
        state: "waiting",
        method: "prepaid",
        amount: transaction.sum / 100,
        booked: null,
        actions: ["refresh", "remind", "cancel"],
        warnings: [],
        payment_ids: transaction.payments.map(({ id }) => id),
      },
    ])
    const { smart_transaction } = z
      .looseObject({
        smart_transaction: z.object({ payment_instructions: z.object({ iban: z.string() }) }),
      })
      .parse(transaction)
    const { iban } = smart_transaction.payment_instructions
    expect(payments[0]?.transfer?.iban.replaceAll(" ", "")).toBe(iban.replaceAll(" ", ""))
    expect(payments[0]?.transfer?.iban).toMatch(/^DE\d\d( \d{4}){4} \d\d$/)
    expect(payments[0]?.transfer?.amount).toBe(transaction.sum / 100)
  })

  it("tell what Medusa has booked, and where the news came from", async () => {
    const payment = await view(card)
    expect(payment).toMatchObject({ state: "paid", order: { id: card.orderId } })
    expect(payment.booked).toMatchObject({ captured: payment.amount, refunded: 0 })
    expect(payment.timeline.map(({ source }) => source)).toContain("return")
  })

  it.each(["order_that_is_not_there", "%00", "undefined"])("%s has none", async (id) => {
    const { status, body } = await shop.admin.call(`${path}/orders/${id}/payments`)
    expect([status, body]).toEqual([200, { payments: [] }])
  })
})

describe("the list", () => {
  it("has the newest first, and none of the trials", async () => {
    await shop.db.rows(
      z.unknown(),
      "UPDATE secuconnect_checkout SET is_test_payment = true WHERE stx_id = $1",
      [open.stx],
    )
    expect(await found("")).toEqual([invoice.stx, card.stx, waiting.stx])
    expect(await found("test_payment=true")).toEqual([open.stx])
    await shop.db.rows(
      z.unknown(),
      "UPDATE secuconnect_checkout SET is_test_payment = false WHERE stx_id = $1",
      [open.stx],
    )
    expect(await found("order=created_at&limit=1")).toEqual([waiting.stx])
    expect(await found("order=created_at&limit=1&offset=1")).toEqual([card.stx])
  })

  it.each([
    ["state=waiting", () => [waiting.stx]],
    ["waiting=true", () => [waiting.stx]],
    ["state=open", () => [open.stx]],
    ["state=accepted,paid,waiting", () => [invoice.stx, card.stx, waiting.stx]],
    ["state=accepted", () => [invoice.stx]],
    ["state=refunded", () => []],
    ["method=invoice", () => [invoice.stx]],
    ["method=prepaid,creditcard", () => [card.stx, waiting.stx]],
    ["method=general", () => [open.stx]],
    ["demo=false", () => []],
    ["demo=true&method=invoice", () => [invoice.stx]],
    ["attention=any", () => []],
    ["attention=disputed", () => []],
  ] as const)("with %s", async (query, expected) => {
    expect(await found(query)).toEqual(expected())
  })

  it("finds by STX, PCI, TA code, reference, order number and amount", async () => {
    const { payments } = await shop.sandbox.read(card.stx)
    const { reference, trans_id, order } = z
      .looseObject({
        reference: z.string(),
        trans_id: z.string(),
        order: z.object({ display_id: z.number() }),
      })
      .parse(await view(card))
    for (const q of [card.stx, card.stx.toLowerCase(), payments[0]?.id, reference, trans_id]) {
      expect(await found(`q=${String(q)}`)).toEqual([card.stx])
    }
    expect(await found(`q=TA%20${trans_id}`)).toEqual([card.stx])
    expect(await found(`q=%23${order.display_id}`)).toEqual([card.stx])
    const everything = [open.stx, invoice.stx, card.stx, waiting.stx]
    for (const q of ["31,90", "31.90", "31,90 €"]) {
      expect(await found(`q=${encodeURIComponent(q)}`)).toEqual(everything)
    }
    expect(await found("q=31,91")).toEqual([])
    expect(await found("q=31,90&state=waiting")).toEqual([waiting.stx])
    expect(await found(`q=${encodeURIComponent("' OR 1=1 --")}`)).toEqual([])
  })

  it.each(["state=lost", "limit=0", "limit=101", "offset=-1", "order=reference", "demo=maybe"])(
    "refuses %s politely",
    async (query) => {
      const { status, body } = await shop.admin.call(`${path}/payments?${query}`)
      expect(status).toBe(400)
      expect(body).toMatchObject({ type: "invalid_data" })
    },
  )

  it("is exported as it is filtered", async () => {
    const { text, headers } = await shop.admin.call(
      `${path}/payments/export?language=de&state=accepted,paid,waiting`,
    )
    expect(headers.get("content-disposition")).toMatch(/attachment; filename="secuconnect-.*\.csv"/)
    const [head, ...lines] = text.trimEnd().split("\r\n")
    expect(head).toContain('"Erstellt";"Bestellung"')
    expect(lines.map((line) => /STX_\w+/.exec(line)?.[0])).toEqual([
      invoice.stx,
      card.stx,
      waiting.stx,
    ])
  })
})

describe("actions", () => {
  it("looks again: the money that came is booked", async () => {
    const payment = await pay("prepaid")
    await shop.sandbox.happen(payment.stx, "money_arrived")
    expect(await act(payment.id, "refresh")).toMatchObject({
      status: 200,
      body: { payment: { state: "paid", booked: { captured: 31.9 }, transfer: null } },
    })
    const { timeline } = await view(payment)
    expect(timeline.some(({ source }) => source === "admin")).toBe(true)
  })

  it("reminds the buyer, and says when", async () => {
    const { status, body } = await act(waiting.id, "remind")
    expect(status).toBe(200)
    expect(body).toMatchObject({ payment: { reminded_at: aText } })
  })

  it("cancels the waiting transfer", async () => {
    const payment = await pay("prepaid")
    expect(await act(payment.id, "cancel")).toMatchObject({ status: 200 })
    expect(await shop.sandbox.read(payment.stx)).toMatchObject({ status: "cancelled" })
    expect(await view(payment)).toMatchObject({ state: "cancelled", transfer: null })
  })

  it("says that nothing has left the shop yet", async () => {
    const { status, body } = await act(invoice.id, "report-delivery")
    expect(status).toBe(400)
    expect(body).toMatchObject({ message: textLike(/nothing of this order/) })
  })

  it("refunds money that has no order", async () => {
    const payment = await goToCheckout(shop)
    await payAt(shop, payment, { method: "creditcard" })
    const items = "UPDATE cart_line_item SET deleted_at = now() WHERE cart_id = $1"
    await shop.db.rows(z.unknown(), items, [payment.cartId])
    const id = payment.session.data.checkout_id
    await act(id, "refresh")
    expect(await found("attention=orphaned")).toEqual([payment.stx])
    expect(await view({ id })).toMatchObject({
      order: null,
      warnings: [{ code: "orphaned" }],
      actions: ["refresh", "refund", "keep"],
    })
    expect(await act(id, "resolve", { resolution: "refund" })).toMatchObject({ status: 200 })
    const { payments } = await shop.sandbox.read(payment.stx)
    expect(payments.find(({ refund_of }) => refund_of === null)?.effective_amount).toBe(0)
    expect(await found("attention=orphaned")).toEqual([])
    expect(await view({ id })).toMatchObject({ state: "refunded", warnings: [] })
    expect(await found("state=refunded")).toEqual([payment.stx])
    expect(await found("state=cancelled")).not.toContain(payment.stx)
  })

  it.each([
    ["refuses what the payment does not allow", () => act(card.id, "cancel"), 400],
    ["refuses a decision where none is due", () => resolve(card.id, "refund"), 400],
    ["refuses a decision that does not exist", () => resolve(card.id, "burn"), 400],
    ["knows no payment of that id", () => act("scchk_0", "refresh"), 404],
    ["takes no id that is none", () => act("%00", "refresh"), 404],
  ] as const)("%s", async (_title, request, status) => {
    expect(await request()).toMatchObject({ status, body: { message: aText } })
  })

  it("gives the cause and secuconnect's support id when secuconnect says no", async () => {
    await shop.sandbox.disturb({ path: "/cancel", fault: "status", status: 500 })
    const { status, body } = await act(waiting.id, "cancel")
    await shop.sandbox.calm()
    expect(status).toBe(400)
    expect(body).toMatchObject({ message: textLike(/support id/) })
  })
})

const resolve = (id: string, resolution: string) => act(id, "resolve", { resolution })

describe("the ledger in Query", () => {
  const FIELDS = ["id", "creation", "status", "amount", "order_id"].join(",secuconnect_checkouts.")
  const linked = z.object({
    secuconnect_checkouts: z.array(z.looseObject({ id: z.string(), status: z.string() })),
  })

  it("has the checkout of an order and of a payment session, without the tokens' hashes", async () => {
    const orders = z.object({ order: linked })
    const all = `/admin/orders/${card.orderId}?fields=id,*secuconnect_checkouts`
    const { order } = await shop.admin.ok(orders, all)
    expect(order.secuconnect_checkouts).toMatchObject([
      { id: card.id, creation: "open", status: "accepted", order_id: card.orderId, amount: 3190 },
    ])
    const text = JSON.stringify(order)
    expect(text).not.toContain("token_hash")
    expect(text).not.toContain("digest")

    const some = `/admin/orders/${card.orderId}?fields=id,secuconnect_checkouts.${FIELDS}`
    expect((await shop.admin.ok(orders, some)).order.secuconnect_checkouts).toHaveLength(1)

    const sessions = z.object({
      order: z.object({
        payment_collections: z.array(z.object({ payment_sessions: z.array(linked) })),
      }),
    })
    const path = "payment_collections.payment_sessions"
    const bySession = `/admin/orders/${card.orderId}?fields=id,*${path}.secuconnect_checkouts`
    const { payment_collections } = (await shop.admin.ok(sessions, bySession)).order
    expect(payment_collections[0]?.payment_sessions[0]?.secuconnect_checkouts).toMatchObject([
      { id: card.id, payment_session_id: card.sessionId },
    ])

    const back = z.object({
      order: z.object({
        secuconnect_checkouts: z.array(
          z.object({
            order: z.object({ id: z.string() }),
            payment_session: z.object({ id: z.string() }),
          }),
        ),
      }),
    })
    const there = ["order", "payment_session"].map((to) => `secuconnect_checkouts.${to}.id`)
    const both = `/admin/orders/${card.orderId}?fields=id,${there.join()}`
    expect((await shop.admin.ok(back, both)).order.secuconnect_checkouts).toMatchObject([
      { order: { id: card.orderId }, payment_session: { id: card.sessionId } },
    ])
  })

  it("is not shown to a storefront", async () => {
    const fields = "id,*payment_collection.payment_sessions.secuconnect_checkouts"
    const { text } = await shop.store.call(`/store/carts/${open.cartId}?fields=${fields}`)
    expect(text).toContain(open.cartId)
    expect(text).not.toContain("secuconnect_checkout")
    const order = `/store/orders/${card.orderId}?fields=id,*secuconnect_checkouts`
    expect((await shop.store.call(order)).text).not.toContain("secuconnect_checkout")
  })
})

describe("what is not to be kept", () => {
  it.each(["/payments", "/settings"])("%s forbids browsers to store it", async (route) => {
    const { headers } = await shop.admin.call(path + route)
    expect(headers.get("cache-control")).toBe("no-store")
  })
})

describe("the methods of a region", () => {
  const reply = z.looseObject({
    methods: z.array(
      z.looseObject({ provider_id: z.string(), method: z.string(), enabled: z.boolean() }),
    ),
  })
  const route = () => `${path}/regions/${shop.seeded.region_id}/methods`

  it("are switched on and off without touching the region's other providers", async () => {
    const { methods } = await shop.admin.ok(reply, route())
    const provider_id = methods.find(({ method }) => method === "prepaid")?.provider_id ?? ""
    const others = await providersOf()
    for (const enabled of [true, false]) {
      const after = await shop.admin.ok(reply, route(), { body: { provider_id, enabled } })
      expect(after.methods).toContainEqual(expect.objectContaining({ provider_id, enabled }))
    }
    expect(await providersOf()).toEqual(others.filter((id) => id !== provider_id))
  })

  async function providersOf(): Promise<string[]> {
    const regionReply = z.object({
      region: z.object({ payment_providers: z.array(z.object({ id: z.string() })) }),
    })
    const fields = "fields=payment_providers.id"
    const at = `/admin/regions/${shop.seeded.region_id}?${fields}`
    const { region } = await shop.admin.ok(regionReply, at)
    return region.payment_providers.map(({ id }) => id).sort()
  }

  it.each([
    ["a provider that is not ours", { provider_id: "pp_system_default", enabled: true }, 400],
    ["a body that says nothing", {}, 400],
  ] as const)("refuse %s", async (_title, body, status) => {
    expect(await shop.admin.call(route(), { body })).toMatchObject({ status })
  })

  it("know no region of another id", async () => {
    expect(await shop.admin.call(`${path}/regions/reg_0/methods`)).toMatchObject({ status: 404 })
  })
})
