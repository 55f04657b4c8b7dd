import { z } from "zod"

import { runWorkflow } from "../support/carts/admin"
import { tick } from "../support/carts/tick"
import { announcedOf, makeDue, rowOf, setDays } from "../support/ledger"
import { buy, comeBackToOrder, withPaymentId, type Paid } from "../support/money"
import { paidOnce, sumsOf } from "../support/order-sums"
import { finish, makeLink, start } from "../support/payment-links"
import { pushed } from "../support/pushed"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { fillCart, payAt, startPayment } from "../support/shopper"
import { until } from "../support/until"

/*
 * Where the shop cancels the orders of transfers that did not come (`cancelExpiredOrders`): what else is paid,
 * or being paid, for such an order keeps it.
 */

const TOTAL = 31.9

let shop: Shop

beforeAll(async () => {
  const options = { prepaymentExpiryDays: 7, cancelExpiredOrders: true }
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false }, options })
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

const canceled = { status: "canceled", paid_total: 0 } as const
const living = { status: "pending", paid_total: 0 } as const

type Payment = { stx: string }

const isGivenUp = async ({ stx }: Payment) => {
  const { status } = await shop.sandbox.read(stx)
  return status === "cancelled" || undefined
}

/**
 * Its transfer has not come for a week, and this is looked at. Once more where the store has just looked
 * because of another payment, and writes down since when it really waits.
 */
async function expire(order: Paid): Promise<void> {
  await until("the transfer to be given up", async () => {
    await setDays(shop, order, { waiting_since: 8 })
    await pushed(shop, order)
    return await isGivenUp(order)
  })
}

/** The customer opens the order's payment page on its last day, and chooses to pay there. */
const openPage = async ({ orderId }: Paid) => await start(await makeLink(shop, orderId))

/** The payments are looked at again, one after the other. */
async function lookAt(...payments: Payment[]): Promise<void> {
  for (const payment of payments) {
    await makeDue(shop, payment)
    await tick(shop)
  }
}

/** What the ledger's history says of why an order was not cancelled. */
async function reasonOf(order: Paid): Promise<string> {
  const { id } = await rowOf(shop, order)
  const sql = `SELECT detail->>'problem' AS problem FROM secuconnect_checkout_event
    WHERE checkout_id = $1 AND detail->>'problem' IS NOT NULL ORDER BY created_at DESC LIMIT 1`
  const [row] = await shop.db.rows(z.object({ problem: z.string() }), sql, [id])
  return row?.problem ?? ""
}

/** With a credit line of so much; one below zero makes the order dearer. */
async function buyWithCredit(amount: number): Promise<Paid> {
  const cartId = await fillCart(shop)
  const lines = [{ cart_id: cartId, amount, reference: "credit", reference_id: "C1" }]
  await runWorkflow(shop, "create-cart-credit-lines", lines)
  const payment = await startPayment(shop, cartId)
  const orderId = await comeBackToOrder(await payAt(shop, payment, { method: "prepaid" }))
  return await withPaymentId(shop, { ...payment, orderId })
}

describe("an order whose transfer has expired is cancelled", () => {
  it("after the page is closed on which nobody has paid", async () => {
    const order = await buy(shop, { method: "prepaid" })
    const page = await openPage(order)
    await expire(order)
    expect(await shop.sandbox.read(page.stx)).toMatchObject({ status: "cancelled" })
    expect(await sumsOf(shop, order.orderId)).toMatchObject(canceled)
    expect(await announcedOf(shop, order)).toContain("secuconnect.payment_expired")
  })

  it("where a payment on its page was declined", async () => {
    const order = await buy(shop, { method: "prepaid" })
    await finish(shop, await openPage(order), { outcome: "decline" })
    await expire(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject(canceled)
  })

  it("where a credit line below zero is a surcharge: nobody has paid a part of it", async () => {
    const order = await buyWithCredit(-2.5)
    await expire(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject(canceled)
  })
})

describe("an order whose transfer has expired is not cancelled while", () => {
  it("somebody has paid on its page, and nobody has looked: it is booked", async () => {
    const order = await buy(shop, { method: "prepaid" })
    const page = await openPage(order)
    await payAt(shop, page)
    await expire(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject({ status: "pending" })
    await lookAt(page, order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject(paidOnce(TOTAL))
    expect(await rowOf(shop, order)).toMatchObject({ attention: null, due_at: null })
    expect(await announcedOf(shop, order)).not.toContain("secuconnect.payment_expired")
  })

  it("somebody pays on its page while the cancellation waits for the order", async () => {
    const order = await buy(shop, { method: "prepaid" })
    const page = await openPage(order)
    await shop.db.run(`INSERT INTO secuconnect_order_lock (id, payment_id, holder, expires_at)
      VALUES ('${order.orderId}', NULL, 'plugin:test', now() + interval '30 seconds')`)
    const expiring = expire(order)
    await until("the transfer to be cancelled", () => isGivenUp(order))
    const booking = finish(shop, page)
    await until("the payment to be seen", async () => {
      const { status } = await rowOf(shop, page)
      return status === "accepted" || undefined
    })
    await shop.db.run(`DELETE FROM secuconnect_order_lock WHERE id = '${order.orderId}'`)
    await Promise.all([expiring, booking])
    await lookAt(page, order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject(paidOnce(TOTAL))
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
  })

  it.each([
    ["its page cannot be closed", "/cancel$"],
    ["what became of its page cannot be read", ""],
  ])("%s; it is tried again", async (_what, path) => {
    const order = await buy(shop, { method: "prepaid" })
    const page = await openPage(order)
    await shop.sandbox.disturb({ path: `${page.stx}${path}`, fault: "status", status: 500 })
    await expire(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject(living)
    expect((await rowOf(shop, order)).due_at).not.toBeNull()
    await shop.sandbox.calm()
    await lookAt(order)
    expect(await shop.sandbox.read(page.stx)).toMatchObject({ status: "cancelled" })
    expect(await sumsOf(shop, order.orderId)).toMatchObject(canceled)
  })

  it("another transfer was chosen on its page, and nobody has looked", async () => {
    const order = await buy(shop, { method: "prepaid" })
    const page = await openPage(order)
    await payAt(shop, page, { method: "prepaid" })
    await expire(order)
    await lookAt(page, order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject(living)
    expect(await shop.sandbox.read(page.stx)).not.toMatchObject({ status: "cancelled" })
    expect(await rowOf(shop, order)).toMatchObject({ attention: null, due_at: null })
  })

  it("another provider waits for money of it: a person is told", async () => {
    const order = await buy(shop, { method: "prepaid" })
    await shop.db.run(`INSERT INTO payment_session
      (id, currency_code, amount, raw_amount, provider_id, data, status, payment_collection_id)
      SELECT 'payses_of_another_' || p.id, currency_code, amount, raw_amount, 'pp_other_other', '{}',
        'pending_authorization', payment_collection_id
      FROM payment_session p WHERE id = '${order.sessionId}'`)
    await expire(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject(living)
    expect(await rowOf(shop, order)).toMatchObject({ attention: "payment_expired" })
  })

  it("a gift card has paid a part of it: a person is told why", async () => {
    const order = await buyWithCredit(12.4)
    await expire(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject(living)
    expect(await rowOf(shop, order)).toMatchObject({ attention: "payment_expired" })
    expect(await reasonOf(order)).toContain("gift card")
  })
})
