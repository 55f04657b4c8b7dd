import { z } from "zod"

import { readOrder, requestExchange } from "../support/carts/after-the-order"
import { tick } from "../support/carts/tick"
import { makeReportsDue, reportsOf, ship, toldOf } from "../support/deliveries"
import { makeDue, rowOf } from "../support/ledger"
import { buy, type Paid } from "../support/money"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { PEN, variantIds } from "../support/shopper"
import { until } from "../support/until"

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { terse: true } })
})

afterAll(() => shop.stop())
beforeEach(() => shop.sandbox.forgetRequests())
afterEach(() => shop.sandbox.calm())

const reported = (order: Paid, count: number) =>
  until(`${count} reports`, async () => {
    const reports = await reportsOf(shop, order)
    const tried = reports.filter(({ state, problem }) => state !== "open" || problem !== null)
    return tried.length >= count ? reports : undefined
  })

/** As if the server had died before it wrote them down. */
async function forgetReports(order: Paid): Promise<void> {
  const { id } = await rowOf(shop, order)
  await shop.db.rows(
    z.unknown(),
    "DELETE FROM secuconnect_delivery_report WHERE checkout_id = $1",
    [id],
  )
}

/** It is checked, and what is due is sent. */
async function check(order: Paid): Promise<void> {
  await makeDue(shop, order)
  await tick(shop)
  await makeReportsDue(shop)
  await tick(shop)
}

const stateOf = async ({ stx }: Paid) => (await shop.sandbox.read(stx)).payments[0]?.state

describe("an invoice whose shipment no event has told of is reported by its next check", () => {
  it("when the server died before it was written down, and only once", async () => {
    const order = await buy(shop, { method: "invoice" })
    await shop.sandbox.disturb({ path: ".", fault: "status", status: 503 })
    await ship(shop, order)
    await reported(order, 1)
    await forgetReports(order)
    await shop.sandbox.calm()
    await shop.sandbox.forgetRequests()
    await check(order)
    expect(await reportsOf(shop, order)).toMatchObject([{ kind: "capture", state: "done" }])
    expect(await stateOf(order)).toBe("invoice_open")
    await check(order)
    expect(await reportsOf(shop, order)).toHaveLength(1)
    expect((await toldOf(shop)).filter(({ call }) => call === "capture")).toHaveLength(1)
  })

  it("when what was still to be sent is taken off the order with an exchange", async () => {
    const order = await buy(shop, { method: "invoice" })
    const { orderId } = order
    await ship(shop, order, { quantity: 1 })
    await reported(order, 1)
    const [item] = (await readOrder(shop, orderId)).items
    const variant_id = (await variantIds(shop)).get(PEN) ?? ""
    const exchange = await requestExchange({ shop, orderId, variant_id }, item?.id ?? "")
    await ship(shop, order, { quantity: 1 })
    expect(await reported(order, 2)).toMatchObject(
      [1, 2].map(() => ({ kind: "shipping_information", state: "done" })),
    )
    await check(order)
    expect(await reportsOf(shop, order)).toHaveLength(2)

    const cancel = `/admin/exchanges/${exchange}/cancel`
    await shop.admin.ok(z.unknown(), cancel, { method: "POST", body: {} })
    await check(order)
    expect((await reportsOf(shop, order)).at(-1)).toMatchObject({ kind: "capture", state: "done" })
    expect(await stateOf(order)).toBe("invoice_open")
  })
})

it("an invoice of which a part was sent is not reported by a check", async () => {
  const order = await buy(shop, { method: "invoice" })
  await ship(shop, order, { quantity: 1 })
  await reported(order, 1)
  await check(order)
  expect(await reportsOf(shop, order)).toMatchObject([{ kind: "shipping_information" }])
  expect(await stateOf(order)).toBe("waiting_for_shipment")
})
