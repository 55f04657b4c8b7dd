import { z } from "zod"

import { tick } from "../support/carts/tick"
import { announcedOf, eventsOf, makeDue, rowOf } from "../support/ledger"
import { buy, type Paid } from "../support/money"
import { pushed } from "../support/pushed"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
})
afterAll(() => shop.stop())

const unclearSince = z.object({ unclear_since: z.date().nullable() })

/** Makes the statuses of a payment unclear for so many minutes more. */
async function pass(minutes: number, { stx }: Paid): Promise<void> {
  const sql = `UPDATE secuconnect_checkout SET unclear_since = unclear_since - make_interval(mins => $2::int)
    WHERE stx_id = $1 RETURNING unclear_since`
  await shop.db.rows(unclearSince, sql, [stx, minutes])
}

const paymentStatusOf = async ({ orderId }: Paid) => {
  const reply = z.object({ order: z.object({ payment_status: z.string() }) })
  const { order } = await shop.admin.ok(reply, `/admin/orders/${orderId}?fields=payment_status`)
  return order.payment_status
}

describe("a payment that was captured", () => {
  it.each(["on_hold", "risk_check"])(
    "is %s since: a person is told, and it goes again",
    async (state) => {
      const order = await buy(shop)
      await shop.sandbox.tamper(order.stx, { payment_state: state })
      await pushed(shop, order)
      expect(await rowOf(shop, order)).toMatchObject({ status: "waiting", attention: null })
      await pass(11, order)
      await makeDue(shop, order)
      await tick(shop)
      expect(await rowOf(shop, order)).toMatchObject({ attention: "status_unclear" })
      expect(await paymentStatusOf(order)).toBe("captured")
      await shop.sandbox.tamper(order.stx, { payment_state: "accepted" })
      await pushed(shop, order)
      expect(await rowOf(shop, order)).toMatchObject({ status: "accepted", attention: null })
    },
  )

  it("is denied since: told at once, with an event", async () => {
    const order = await buy(shop)
    await shop.sandbox.tamper(order.stx, { payment_state: "denied" })
    await pushed(shop, order)
    expect(await rowOf(shop, order)).toMatchObject({
      status: "failed",
      attention: "payment_failed",
    })
    expect(await announcedOf(shop, order)).toContain("secuconnect.payment_failed")
  })

  it("is paid a second time on the same page: told until one is refunded", async () => {
    const order = await buy(shop)
    await shop.sandbox.tamper(order.stx, { paid_again: true })
    await pushed(shop, order)
    expect(await rowOf(shop, order)).toMatchObject({
      status: "accepted",
      attention: "paid_twice",
    })
    expect(await announcedOf(shop, order)).toContain("secuconnect.payment_orphaned")
    await shop.sandbox.happen(order.stx, "refund")
    await pushed(shop, order)
    expect(await rowOf(shop, order)).toMatchObject({ status: "accepted", attention: null })
  })
})

describe("a payment whose answers cannot be read", () => {
  const checkedAgain = async (order: Paid) => {
    await makeDue(shop, order)
    await tick(shop)
  }

  it.each([
    ["its Smart Transaction", "/Smart/Transactions/"],
    ["its payments", "/Payment/"],
  ])("of %s: a person is told after ten minutes, until they can", async (_what, path) => {
    const order = await buy(shop, { method: "prepaid" })
    await shop.sandbox.disturb({ path, fault: "garbage" })
    await checkedAgain(order)
    expect(await rowOf(shop, order)).toMatchObject({ status: "waiting", attention: null })
    await pass(11, order)
    await checkedAgain(order)
    await checkedAgain(order)
    expect(await rowOf(shop, order)).toMatchObject({
      status: "waiting",
      attention: "status_unclear",
    })
    const events = await eventsOf(shop, order)
    expect(events.filter(({ finding }) => finding === "status_unclear")).toHaveLength(1)
    await shop.sandbox.calm()
    await checkedAgain(order)
    expect(await rowOf(shop, order)).toMatchObject({ status: "waiting", attention: null })
  })

  it("for a moment, or secuconnect that is down for long, tells nobody", async () => {
    const order = await buy(shop, { method: "prepaid" })
    await shop.sandbox.disturb({ path: "/Smart/Transactions/", fault: "garbage", times: 1 })
    await checkedAgain(order)
    await checkedAgain(order)
    await pass(11, order)
    await shop.sandbox.disturb({ path: ".", fault: "status", status: 503 })
    await checkedAgain(order)
    await shop.sandbox.calm()
    expect(await rowOf(shop, order)).toMatchObject({ status: "waiting", attention: null })
  })
})
