import { z } from "zod"

import { tick } from "../support/carts/tick"
import {
  clearElsewhere,
  makeReportsDue,
  pack,
  reportsOf,
  ship,
  stickElsewhere,
  toldOf,
} from "../support/deliveries"
import { readOrder, reduceOrder } from "../support/carts/after-the-order"
import { eventsOf, rowOf } from "../support/ledger"
import { buy, createMerchant, type Paid } from "../support/money"
import { pushed } from "../support/pushed"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { PEN } from "../support/shopper"
import { until } from "../support/until"

/** The clock ticks every minute; a busy machine needs a while for a tick. */
const TICK_MS = 600_000

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { terse: true } })
})

afterAll(() => shop.stop())
beforeEach(() => shop.sandbox.forgetRequests())
afterEach(() => shop.sandbox.calm())

/** Waits until that many reports have got somewhere. */
const settled = (order: Paid, count: number, timeoutMs?: number) =>
  until(
    `${count} reports`,
    async () => {
      const reports = await reportsOf(shop, order)
      const tried = reports.filter(({ state, problem }) => state !== "open" || problem !== null)
      return tried.length >= count ? reports : undefined
    },
    timeoutMs,
  )

const statusOf = async ({ stx }: Paid) => {
  const { payments } = await shop.sandbox.read(stx)
  return payments[0]
}

/** secuconnect says no to these calls, until it is calm. */
const refuse = (path: string) =>
  shop.sandbox.disturb({ path, fault: "status", status: 400, code: 4028 })

/** The schedule tries so many times more. */
async function refuseAgain(times: number): Promise<void> {
  for (let nth = 0; nth < times; nth += 1) {
    await makeReportsDue(shop)
    await tick(shop)
  }
}

const listed = z.object({ payments: z.array(z.object({ id: z.string() })) })

/** What the payments page lists under "Needs attention". */
async function needingAttention(): Promise<string[]> {
  const path = "/admin/secuconnect/payments?attention=any"
  return (await shop.admin.ok(listed, path)).payments.map(({ id }) => id)
}

describe("an invoice", () => {
  it("shipped in two parts: the first is tracking, the last makes it due", async () => {
    const order = await buy(shop, { method: "invoice" })
    const { display_id } = await readOrder(shop, order.orderId)
    await ship(shop, order, {
      ...{ quantity: 1, tracking_number: "00340434161094042557" },
      tracking_url: "https://www.dhl.de/de/privatkunden/dhl-sendungsverfolgung.html",
    })
    expect(await settled(order, 1)).toMatchObject([{ kind: "shipping_information", state: "done" }])
    expect(await statusOf(order)).toMatchObject({ state: "waiting_for_shipment" })
    const final = await ship(shop, order, {
      ...{ quantity: 1, tracking_number: "1Z999AA10123456784" },
      metadata: { carrier: "UPS", invoice_number: "RE-2026-17" },
    })
    expect(await settled(order, 2)).toMatchObject([
      { kind: "shipping_information", state: "done" },
      { kind: "capture", state: "done", fulfillment_id: final, attempts: 1 },
    ])
    expect(await statusOf(order)).toMatchObject({ state: "invoice_open" })
    const shipped_at: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/)
    const order_id = String(display_id)
    expect(await toldOf(shop)).toEqual([
      {
        call: "ShippingInformation",
        body: { carrier: "DHL", tracking_id: "00340434161094042557", order_id, shipped_at },
        fault: null,
      },
      {
        call: "capture",
        body: {
          shipping_information: {
            ...{ carrier: "UPS", tracking_id: "1Z999AA10123456784", order_id, shipped_at },
            invoice_number: "RE-2026-17",
          },
        },
        fault: null,
      },
    ])
    expect(await eventsOf(shop, order)).toContainEqual({
      finding: "delivery_reported",
      source: "medusa",
    })
  })

  it("that is collected and never shipped is due when it is handed over", async () => {
    const order = await buy(shop, { method: "invoice" })
    const id = await pack(shop, order)
    const path = `/admin/orders/${order.orderId}/fulfillments/${id}/mark-as-delivered`
    expect(await shop.admin.call(path, { method: "POST", body: {} })).toMatchObject({ status: 200 })
    expect(await settled(order, 1)).toMatchObject([{ kind: "capture", state: "done" }])
    expect(await statusOf(order)).toMatchObject({ state: "invoice_open" })
  })

  it("is due when an edit takes the last open item off the order", async () => {
    const order = await buy(shop, { method: "invoice" })
    await ship(shop, order, { quantity: 1, tracking_number: "A1" })
    await settled(order, 1)
    await reduceOrder(shop, order.orderId, 1)
    expect(await settled(order, 2)).toMatchObject([
      { kind: "shipping_information", state: "done" },
      { kind: "capture", state: "done" },
    ])
    expect(await statusOf(order)).toMatchObject({ state: "invoice_open" })
  })

  it("of which a part was given back before it was sent is due all the same", async () => {
    const order = await buy(shop, { method: "invoice" })
    const merchant = createMerchant(shop)
    expect(await merchant.refund(order, 5)).toMatchObject({ status: 200 })
    await ship(shop, order)
    expect(await settled(order, 1)).toMatchObject([{ kind: "capture", state: "done" }])
    expect(await statusOf(order)).toMatchObject({ state: "invoice_open", effective_amount: 2690 })
  })

  it("is reported once although the answer gets lost", async () => {
    const order = await buy(shop, { method: "invoice" })
    await shop.sandbox.disturb({ path: "/capture$", fault: "drop_after", times: 1 })
    await ship(shop, order)
    expect(await settled(order, 1)).toMatchObject([{ state: "done", attempts: 1 }])
    expect(await statusOf(order)).toMatchObject({ state: "invoice_open" })
    expect(await toldOf(shop)).toHaveLength(1)
  })

  it("is reported by the clock when secuconnect was down, and then not again", async () => {
    const order = await buy(shop, { method: "invoice" })
    await shop.sandbox.disturb({ path: ".", fault: "status", status: 503 })
    await ship(shop, order)
    expect(await settled(order, 1)).toMatchObject([{ state: "open", attempts: 1 }])
    await shop.sandbox.calm()
    await makeReportsDue(shop)
    await until(
      "the clock",
      async () => {
        const [report] = await reportsOf(shop, order)
        return report?.state === "done" ? report : undefined
      },
      TICK_MS,
    )
    expect(await statusOf(order)).toMatchObject({ state: "invoice_open" })
    const captures = await toldOf(shop)
    expect(captures.filter(({ call, fault }) => call === "capture" && !fault)).toHaveLength(1)
  })
})

describe("reports that another secuconnect will never take", () => {
  afterEach(() => clearElsewhere(shop))

  it.each([50, 51, 200])(
    "%i of them, all older, keep no report of this one waiting",
    async (count) => {
      const order = await buy(shop, { method: "invoice" })
      await shop.sandbox.disturb({ path: ".", fault: "status", status: 503 })
      await ship(shop, order)
      await settled(order, 1)
      await shop.sandbox.calm()
      await stickElsewhere(shop, count)
      await makeReportsDue(shop)
      await tick(shop)
      expect(await reportsOf(shop, order)).toMatchObject([{ kind: "capture", state: "done" }])
      expect(await statusOf(order)).toMatchObject({ state: "invoice_open" })
    },
  )
})

describe("a shipment of a payment that is not what was asked for", () => {
  it("waits with its reason, and is reported when the payment is right again", async () => {
    const order = await buy(shop, { method: "invoice" })
    const { sum } = await shop.sandbox.read(order.stx)
    const sumBecomes = async (amount: number) => {
      await shop.sandbox.tamper(order.stx, { sum: amount })
      await pushed(shop, order)
    }
    await sumBecomes(sum + 1)
    await ship(shop, order)
    const problem = "the payment differs from what was asked for (amount)"
    expect(await settled(order, 1)).toMatchObject([{ kind: "capture", state: "open", problem }])
    expect(await eventsOf(shop, order)).toContainEqual({
      finding: "delivery_failed",
      source: "medusa",
    })
    await sumBecomes(sum)
    await makeReportsDue(shop)
    await tick(shop)
    expect(await reportsOf(shop, order)).toMatchObject([{ kind: "capture", state: "done" }])
  })
})

describe("goods that left before the money came", () => {
  it("are told of when it has come", async () => {
    const order = await buy(shop, { method: "prepaid" })
    await ship(shop, order, { tracking_number: "A1" })
    // Handled before the report of an order that is paid, which was shipped later.
    const paid = await buy(shop)
    await ship(shop, paid, { tracking_number: "B1" })
    await settled(paid, 1)
    expect(await reportsOf(shop, order)).toEqual([])

    await shop.sandbox.happen(order.stx, "money_arrived")
    expect(await settled(order, 1)).toMatchObject([{ kind: "shipping_information", state: "done" }])
    const told = await toldOf(shop)
    expect(told.map(({ body }) => body)).toMatchObject([
      { tracking_id: "B1" },
      { tracking_id: "A1" },
    ])
  })
})

describe("other payments", () => {
  it("tell the tracking of every shipment and are not captured", async () => {
    const order = await buy(shop, { method: "creditcard" })
    await ship(shop, order, { tracking_number: "A1" })
    expect(await settled(order, 1)).toMatchObject([{ kind: "shipping_information", state: "done" }])
    const told = await toldOf(shop)
    expect(told).toMatchObject([{ call: "ShippingInformation", body: { tracking_id: "A1" } }])
  })

  it("tell nothing again when the parcel has arrived", async () => {
    const order = await buy(shop, { method: "paypal" })
    const id = await ship(shop, order)
    await settled(order, 1)
    const path = `/admin/orders/${order.orderId}/fulfillments/${id}/mark-as-delivered`
    expect(await shop.admin.call(path, { method: "POST", body: {} })).toMatchObject({ status: 200 })
    const next = await buy(shop)
    await ship(shop, next)
    await settled(next, 1)
    expect(await reportsOf(shop, order)).toHaveLength(1)
    expect(await toldOf(shop)).toHaveLength(2)
  })

  it("need a person when secuconnect has said no three times, and not at once", async () => {
    const order = await buy(shop, { items: { [PEN]: 3 } })
    await refuse("/ShippingInformation$")
    for (const count of [1, 2, 3]) {
      await ship(shop, order, { quantity: 1, tracking_number: `A${count}` })
      await settled(order, count)
    }
    expect(await reportsOf(shop, order)).toMatchObject(
      [1, 2, 3].map(() => ({ state: "open", attempts: 1 })),
    )
    await refuseAgain(2)
    const [first] = await reportsOf(shop, order)
    expect(first).toMatchObject({ state: "refused", attempts: 3 })
    expect(first?.problem).toMatch(/support id/)
    expect(shop.log()).toMatch(/was not reported and needs a person/)
    expect(await eventsOf(shop, order)).toContainEqual({
      finding: "delivery_refused",
      source: "schedule",
    })
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
  })
})

describe("an invoice whose last shipment is refused", () => {
  it("needs attention until it is reported all the same", async () => {
    const order = await buy(shop, { method: "invoice" })
    await refuse("/capture$")
    await ship(shop, order)
    await settled(order, 1)
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
    await refuseAgain(2)
    expect(await reportsOf(shop, order)).toMatchObject([{ kind: "capture", state: "refused" }])
    await tick(shop)
    expect(await rowOf(shop, order)).toMatchObject({ attention: "delivery_not_reported" })
    const { id } = await rowOf(shop, order)
    expect(await needingAttention()).toContain(id)
    await tick(shop)
    expect(await rowOf(shop, order)).toMatchObject({ attention: "delivery_not_reported" })

    await shop.sandbox.calm()
    const report = `/admin/secuconnect/payments/${id}/report-delivery`
    const { status, body } = await shop.admin.call(report, { method: "POST", body: {} })
    expect({ status, body }).toMatchObject({ status: 200, body: { payment: { warnings: [] } } })
    await until("the invoice is due", async () => {
      const payment = await statusOf(order)
      return payment?.state === "invoice_open" ? payment : undefined
    })
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
  })
})

describe("an invoice of which an article is refunded instead of sent", () => {
  it("is reported as complete only when the merchant says that nothing more is sent", async () => {
    const order = await buy(shop, { method: "invoice" })
    await ship(shop, order, { quantity: 1, tracking_number: "A1" })
    await settled(order, 1)
    expect(await createMerchant(shop).refund(order, 5)).toMatchObject({ status: 200 })
    const path = `/admin/secuconnect/payments/${(await rowOf(shop, order)).id}`
    const report = (body: object) =>
      shop.admin.call(`${path}/report-delivery`, { method: "POST", body })

    expect((await shop.admin.call(path)).body).toMatchObject({
      payment: { invoice: "accepted", unsent: [{ quantity: 1 }] },
    })
    const refused = await report({})
    expect(refused).toMatchObject({ status: 400 })
    expect(JSON.stringify(refused.body)).toMatch(/not sent yet: 1 × \w+.*is_complete/)
    expect(await statusOf(order)).toMatchObject({ state: "waiting_for_shipment" })

    expect(await report({ is_complete: true })).toMatchObject({ status: 200 })
    expect(await statusOf(order)).toMatchObject({ state: "invoice_open", effective_amount: 2690 })
    expect(await report({})).toMatchObject({ status: 200, body: { payment: { unsent: [] } } })
    const captures = (await toldOf(shop)).filter(({ call }) => call === "capture")
    expect(captures).toHaveLength(1)
  })

  it("is not due while nothing of it has left the shop", async () => {
    const order = await buy(shop, { method: "invoice" })
    const { id } = await rowOf(shop, order)
    const path = `/admin/secuconnect/payments/${id}/report-delivery`
    const body = { is_complete: true }
    expect(await shop.admin.call(path, { method: "POST", body })).toMatchObject({ status: 400 })
    expect(await reportsOf(shop, order)).toEqual([])
  })
})
