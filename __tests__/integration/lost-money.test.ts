import { z } from "zod"

import { tick } from "../support/carts/tick"
import { announcedOf, makeDue, rowOf } from "../support/ledger"
import { buy, createMerchant, type Paid } from "../support/money"
import { sumsOf } from "../support/order-sums"
import { finish, linksPath, makeLink, open, start } from "../support/payment-links"
import { pushed } from "../support/pushed"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { until } from "../support/until"
import { runAudit } from "../soak/run-audit"

/*
 * Money that was captured, and is lost for good: the order wants it once more until it was paid otherwise, and
 * nobody is told of a refund.
 */

const TOTAL = 31.9

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
})

afterAll(() => shop.stop())

interface Way {
  what: string
  lose: (order: Paid) => Promise<void>
  /** What the page says of it. */
  reason: string
}

const ways: Way[] = [
  {
    what: "denied after it was accepted",
    lose: ({ stx }) => shop.sandbox.tamper(stx, { payment_state: "denied" }),
    reason: "An earlier payment was not completed.",
  },
  ...(["void", "refund_running", "denied"] as const).map((payment_state) => ({
    what: `taken back by the customer's bank, and is ${payment_state} since`,
    lose: async (order: Paid) => {
      await takeBack(order)
      await shop.sandbox.tamper(order.stx, { payment_state })
    },
    reason: "Your bank has returned the direct debit.",
  })),
]

async function takeBack(order: Paid): Promise<void> {
  await shop.sandbox.happen(order.stx, "chargeback")
  await pushed(shop, order)
  expect(await rowOf(shop, order)).toMatchObject({ attention: "disputed" })
}

async function lose({ lose: happen }: Way): Promise<Paid> {
  const order = await buy(shop, { method: "debit" })
  await happen(order)
  await pushed(shop, order)
  await passTenMinutes(order)
  await pushed(shop, order)
  expect(await rowOf(shop, order)).toMatchObject({ attention: "payment_failed" })
  return order
}

/** A reading that money is gone is believed when another one says the same ten minutes later. */
const passTenMinutes = ({ stx }: { stx: string }) =>
  shop.db.run(`UPDATE secuconnect_checkout SET unclear_since = unclear_since - interval '11 minutes'
    WHERE stx_id = '${stx}'`)

const payableReply = z.object({ can_be_paid: z.boolean() })

const canBePaid = async ({ orderId }: Paid) =>
  (await shop.admin.ok(payableReply, linksPath(orderId))).can_be_paid

/** The customer chooses a transfer on the order's page; it is waited for. */
async function promiseTransfer({ orderId }: Paid) {
  const transfer = await start(await makeLink(shop, orderId), "prepaid")
  await finish(shop, transfer, { method: "prepaid" })
  return transfer
}

/** Looked at once more, as often as it takes: who pays for the order has it looked at as well. */
async function isDone(order: Paid): Promise<void> {
  await until("nobody to be needed", async () => {
    await passTenMinutes(order)
    await makeDue(shop, order)
    await tick(shop)
    return (await rowOf(shop, order)).attention === null || undefined
  })
}

async function arrive(transfer: { stx: string }): Promise<void> {
  await shop.sandbox.happen(transfer.stx, "money_arrived")
  await pushed(shop, transfer)
}

const paidAnew = { status: "pending", total: TOTAL, paid_total: 2 * TOTAL, refunded_total: TOTAL }

describe.each(ways)("money that was $what", (way) => {
  it("is asked for once more, and a transfer that is promised for it is kept", async () => {
    const order = await lose(way)
    expect(await canBePaid(order)).toBe(true)
    const page = await open(await makeLink(shop, order.orderId))
    expect(page.text).toContain("€31.90")
    expect(page.text).toContain(way.reason)
    const transfer = await promiseTransfer(order)
    for (const payment of [order, transfer]) await pushed(shop, payment)
    expect(await shop.sandbox.read(transfer.stx)).toMatchObject({ status: "pending" })
    expect(await rowOf(shop, transfer)).toMatchObject({ status: "waiting", attention: null })
    expect((await rowOf(shop, order)).attention).not.toBeNull()
    await arrive(transfer)
    expect(await rowOf(shop, transfer)).toMatchObject({ status: "accepted", attention: null })
    await isDone(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject({ ...paidAnew, pending_difference: 0 })
    expect(await announcedOf(shop, order)).not.toContain("secuconnect.refund_made")
    expect(await canBePaid(order)).toBe(false)
  })

  it("of an order that is cancelled is owed by nobody", async () => {
    const order = await lose(way)
    expect(await createMerchant(shop).cancel(order)).toMatchObject({ status: 200 })
    await isDone(order)
    expect(await announcedOf(shop, order)).not.toContain("secuconnect.refund_made")
  })

  it("is known to the audit, whatever has come of it so far", async () => {
    await lose(way)
    await promiseTransfer(await lose(way))
    const audit = await runAudit(shop.command.env, "from=2020-01-01", "to=2100-01-01")
    expect(audit.text).toContain("The books balance: no difference.")
    expect(audit.code).toBe(0)
  })
})

describe("a returned debit that is paid again", () => {
  it("by a transfer that is waited for when the bank keeps the money: both are settled", async () => {
    const order = await buy(shop, { method: "debit" })
    await takeBack(order)
    const transfer = await promiseTransfer(order)
    await shop.sandbox.happen(order.stx, "issue_lost")
    for (const payment of [order, transfer]) await pushed(shop, payment)
    expect(await rowOf(shop, order)).toMatchObject({ status: "failed", attention: "disputed" })
    expect(await announcedOf(shop, order)).not.toContain("secuconnect.payment_failed")
    expect(await rowOf(shop, transfer)).toMatchObject({ status: "waiting", attention: null })
    await arrive(transfer)
    await isDone(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject({ ...paidAnew, pending_difference: 0 })
    expect(await announcedOf(shop, order)).not.toContain("secuconnect.refund_made")
  })

  it("before the bank keeps the money: the books are closed then", async () => {
    const order = await buy(shop, { method: "debit" })
    await takeBack(order)
    await finish(shop, await start(await makeLink(shop, order.orderId)), { method: "sofort" })
    await shop.sandbox.happen(order.stx, "issue_lost")
    await isDone(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject({ ...paidAnew, pending_difference: 0 })
  })
})

it("money in dispute that the merchant refunds in secuOffice is refunded, and the customer is told", async () => {
  const order = await buy(shop, { method: "debit" })
  await takeBack(order)
  await shop.sandbox.tamper(order.stx, { payment_state: "accepted" })
  await shop.sandbox.happen(order.stx, "refund")
  await pushed(shop, order)
  expect(await announcedOf(shop, order)).toContain("secuconnect.refund_made")
  expect(await sumsOf(shop, order.orderId)).toMatchObject({ payment_status: "refunded" })
})

describe("money that one reading has not found", () => {
  const orderWithout = async (payment_state: string) => {
    const order = await buy(shop, { method: "debit" })
    await shop.sandbox.tamper(order.stx, { payment_state })
    await pushed(shop, order)
    return order
  }

  it("is told at once, and nobody is asked to pay once more", async () => {
    const order = await orderWithout("denied")
    expect(await rowOf(shop, order)).toMatchObject({ attention: "payment_failed" })
    expect(await canBePaid(order)).toBe(false)
    await shop.sandbox.tamper(order.stx, { payment_state: "accepted" })
    await makeDue(shop, order)
    await tick(shop)
    expect(await rowOf(shop, order)).toMatchObject({ status: "accepted", attention: null })
    expect(await canBePaid(order)).toBe(false)
  })

  it.each([
    { state: "denied", what: "had failed" },
    { state: "issue", what: "was in dispute" },
  ])("that $what, was paid once more and is in again: the merchant is told", async ({ state }) => {
    const order = await orderWithout(state)
    await passTenMinutes(order)
    await pushed(shop, order)
    const page = await start(await makeLink(shop, order.orderId))
    await shop.sandbox.tamper(order.stx, { payment_state: "accepted" })
    await finish(shop, page, { method: "sofort" })
    await makeDue(shop, order)
    await tick(shop)
    expect(await rowOf(shop, order)).toMatchObject({ attention: "paid_twice" })
    await pushed(shop, order)
    expect(await rowOf(shop, order)).toMatchObject({ attention: "paid_twice" })
  })

  it("is looked at on, as long as the books have it", async () => {
    const order = await orderWithout("denied")
    await passTenMinutes(order)
    await pushed(shop, order)
    expect((await rowOf(shop, order)).due_at).not.toBeNull()
  })
})
