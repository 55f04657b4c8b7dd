import { z } from "zod"

import { NO_ORDER, readBooks, waiting } from "../support/books"
import { KEEPS_PAGES_OPEN } from "../support/faults"
import { announcedOf, eventsOf, rowOf, setDays } from "../support/ledger"
import { buy, createMerchant, effectiveAmount, type Paid } from "../support/money"
import { finish, makeLink, open, start } from "../support/payment-links"
import { storeSettings } from "../support/order-first"
import { pushed } from "../support/pushed"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { comeBack, goToCheckout, payAt, startPayment, startPaymentOf } from "../support/shopper"
import { until } from "../support/until"

const AMOUNT = 31.9
const MINOR = 3190

let shop: Shop
let merchant: ReturnType<typeof createMerchant>

beforeAll(async () => {
  shop = await sharedShop({
    clock: "stands",
    sandbox: { pushes: false },
    options: {
      prepaymentReminderDays: [5, 3],
      prepaymentExpiryDays: 7,
      mails: { reminder: "transfer" },
    },
  })
  merchant = createMerchant(shop)
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

const stays = (stx: string, status: string) =>
  until(`${stx} to be ${status}`, async () => {
    const found = await shop.sandbox.read(stx)
    return found.status === status ? found : undefined
  })

/** The core lets nobody refund within half a minute of another refund; the sync waits as well. */
const letTheRefundAge = ({ cartId }: { cartId: string }) =>
  shop.db.rows(
    z.unknown(),
    `UPDATE refund SET created_at = now() - interval '3 minutes' WHERE payment_id IN (
      SELECT p.id FROM payment p JOIN cart_payment_collection c
        ON c.payment_collection_id = p.payment_collection_id WHERE c.cart_id = $1)`,
    [cartId],
  )

describe("a refund that was made elsewhere", () => {
  it("is booked with the next look, once, and told", async () => {
    const order = await buy(shop)
    await shop.sandbox.happen(order.stx, "refund", 500)
    await pushed(shop, order)
    await pushed(shop, order)
    const books = await readBooks(shop, order.cartId)
    expect(books).toMatchObject({ captures: [AMOUNT], refunds: [5] })
    expect(books.transactions).toEqual([AMOUNT, -5])
    expect(await effectiveAmount(shop, order)).toBe(MINOR - 500)
    expect(await announcedOf(shop, order)).toEqual([
      "secuconnect.payment_accepted",
      "secuconnect.refund_booked",
      "secuconnect.refund_made",
    ])
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
  })

  it("is booked in parts and in full, beside refunds of the merchant", async () => {
    const order = await buy(shop)
    expect(await merchant.refund(order, 1.9)).toMatchObject({ status: 200 })
    await letTheRefundAge(order)
    await shop.sandbox.happen(order.stx, "refund", 1000)
    await pushed(shop, order)
    await letTheRefundAge(order)
    await shop.sandbox.happen(order.stx, "refund")
    await pushed(shop, order)
    const { refunds, transactions } = await readBooks(shop, order.cartId)
    expect(refunds).toEqual([1.9, 10, 20])
    expect(transactions).toEqual([AMOUNT, -1.9, -10, -20])
    expect(await effectiveAmount(shop, order)).toBe(0)
  })

  it("waits while a refund of the merchant is fresh, and comes soon", async () => {
    const order = await buy(shop)
    expect(await merchant.refund(order, 1.9)).toMatchObject({ status: 200 })
    await shop.sandbox.happen(order.stx, "refund", 1000)
    await pushed(shop, order)
    expect(await readBooks(shop, order.cartId)).toMatchObject({ refunds: [1.9] })
    await letTheRefundAge(order)
    await pushed(shop, order)
    expect(await readBooks(shop, order.cartId)).toMatchObject({ refunds: [1.9, 10] })
  })

  it("waits while a change of the order is pending, and says so", async () => {
    const order = await buy(shop)
    const edit = z.object({ order_change: z.object({ id: z.string() }) })
    const body = { order_id: order.orderId }
    await shop.admin.ok(edit, "/admin/order-edits", { body })
    await shop.sandbox.happen(order.stx, "refund", 500)
    await pushed(shop, order)
    expect(await readBooks(shop, order.cartId)).toMatchObject({ refunds: [] })
    expect(await rowOf(shop, order)).toMatchObject({ attention: "refund_not_booked" })
    await shop.admin.call(`/admin/order-edits/${order.orderId}`, { method: "DELETE" })
    await pushed(shop, order)
    expect(await readBooks(shop, order.cartId)).toMatchObject({ refunds: [5] })
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
  })

  it("of an order that waits for nothing else leaves no second order and no second capture", async () => {
    const order = await buy(shop, { method: "paypal" })
    await shop.sandbox.happen(order.stx, "refund")
    await pushed(shop, order)
    expect(await readBooks(shop, order.cartId)).toMatchObject({
      orders: 1,
      captures: [AMOUNT],
      refunds: [AMOUNT],
    })
  })
})

describe("a disputed payment", () => {
  it("is marked and told, again when it comes back, and nothing is cancelled", async () => {
    const order = await buy(shop, { method: "debit" })
    const happened: string[] = []
    for (const event of ["chargeback", "issue_resolved"] as const) {
      await shop.sandbox.happen(order.stx, event)
      await pushed(shop, order)
      happened.push((await rowOf(shop, order)).attention ?? "none")
    }
    expect(happened).toEqual(["disputed", "none"])
    expect(await announcedOf(shop, order)).toEqual([
      "secuconnect.payment_accepted",
      "secuconnect.payment_disputed",
      "secuconnect.payment_dispute_resolved",
    ])
    expect(await readBooks(shop, order.cartId)).toMatchObject({ refunds: [], orders: 1 })
  })

  it("is not refunded as well, not by a cancelled order either", async () => {
    const order = await buy(shop, { method: "debit" })
    await shop.sandbox.happen(order.stx, "chargeback")
    await shop.sandbox.forgetRequests()
    const { status, text } = await merchant.refund(order, 5)
    expect(status).toBe(400)
    expect(text).toContain("the bank has taken the money back")
    expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
    await pushed(shop, order)
    const sent = (await shop.sandbox.requests()).filter(({ path }) => path.endsWith("/cancel"))
    expect(sent).toEqual([])
    expect(await rowOf(shop, order)).toMatchObject({ attention: "disputed" })
    expect(await readBooks(shop, order.cartId)).toMatchObject({ refunds: [] })
  })
})

describe("an order that is cancelled", () => {
  it("while it waits for a transfer: the transfer is cancelled at once", async () => {
    const order = await buy(shop, { method: "prepaid" })
    expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
    await stays(order.stx, "cancelled")
    expect((await rowOf(shop, order)).attention).toBeNull()
  })

  it("and whose transfer comes all the same: paid without an order, refunded when a person says so", async () => {
    const order = await buy(shop, { method: "prepaid" })
    await shop.sandbox.disturb({ method: "POST", path: "/cancel$", fault: "status", status: 503 })
    expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
    await until("the failed cancellation", () =>
      Promise.resolve(shop.log().includes("cancel_transaction_failed") ? true : undefined),
    )
    await shop.sandbox.happen(order.stx, "money_arrived")
    await shop.sandbox.calm()
    await pushed(shop, order)
    expect(await rowOf(shop, order)).toMatchObject({ attention: "orphaned" })
    expect(await announcedOf(shop, order)).toContain("secuconnect.payment_orphaned")

    const { id } = await rowOf(shop, order)
    const sql = "UPDATE secuconnect_checkout SET orphan_resolution = 'refund' WHERE id = $1"
    await shop.db.rows(z.unknown(), sql, [id])
    await pushed(shop, order)
    await pushed(shop, order)
    expect(await effectiveAmount(shop, order)).toBe(0)
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
    const { payments } = await shop.sandbox.read(order.stx)
    expect(payments.filter(({ refund_of }) => refund_of !== null)).toHaveLength(1)
  })
})

describe("a transfer that does not come", () => {
  it("is reminded of on each day that was set, with all that a mail needs, and given up later", async () => {
    const order = await buy(shop, { method: "prepaid" })
    await pushed(shop, order)
    expect(await announcedOf(shop, order)).toEqual(["secuconnect.payment_waiting"])

    await setDays(shop, order, { waiting_since: 4 })
    await pushed(shop, order)
    await pushed(shop, order)
    expect(await announcedOf(shop, order)).toEqual([
      "secuconnect.payment_waiting",
      "secuconnect.payment_reminder",
    ])
    expect(await shop.sandbox.read(order.stx)).toMatchObject({ status: "pending" })

    await setDays(shop, order, { waiting_since: 6, reminded_at: 3 })
    await Promise.all([pushed(shop, order), pushed(shop, order), pushed(shop, order)])
    const announced = [
      "secuconnect.payment_waiting",
      "secuconnect.payment_reminder",
      "secuconnect.payment_reminder",
    ]
    expect(await announcedOf(shop, order)).toEqual(announced)

    await setDays(shop, order, { waiting_since: 8 })
    await pushed(shop, order)
    expect(await shop.sandbox.read(order.stx)).toMatchObject({ status: "cancelled" })
    expect(await announcedOf(shop, order)).toEqual([...announced, "secuconnect.payment_expired"])
    expect(await readBooks(shop, order.cartId)).toEqual(waiting(AMOUNT))
    expect(await rowOf(shop, order)).toMatchObject({ attention: "payment_expired", due_at: null })
  })

  const payByLink = async (order: Paid) => {
    const collection = z.object({ payment_collection: z.object({ id: z.string() }) })
    const { payment_collection } = await shop.admin.ok(collection, "/admin/payment-collections", {
      body: { order_id: order.orderId, amount: AMOUNT },
    })
    const { stx } = await startPaymentOf(shop, payment_collection.id)
    expect(await comeBack(await payAt(shop, { stx }))).toMatchObject({ outcome: "success" })
  }

  it("can be paid again through a payment link", async () => {
    const order = await buy(shop, { method: "prepaid" })
    await setDays(shop, order, { waiting_since: 8 })
    await pushed(shop, order)
    await pushed(shop, order)
    expect(await rowOf(shop, order)).toMatchObject({ attention: "payment_expired" })
    const url = await makeLink(shop, order.orderId)
    expect((await open(url)).text).toContain("Your transfer did not arrive in time.")
    await finish(shop, await start(url))
    const paid = await readBooks(shop, order.cartId)
    expect(paid).toMatchObject({ orders: 1, transactions: [AMOUNT] })

    // The transfer that was given up takes nothing with it any more, and nobody need look.
    await cancelExpired(true)
    await pushed(shop, order)
    await cancelExpired(false)
    expect(await orderStatus(order)).toBe("pending")
    expect(await readBooks(shop, order.cartId)).toEqual(paid)
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
  })

  it("does not take the order with it that was paid by the link, and is not booked when it comes", async () => {
    const order = await buy(shop, { method: "prepaid" })
    // Else the transfer, which nobody needs now, is cancelled two seconds later.
    await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
    await payByLink(order)
    const paid = await readBooks(shop, order.cartId)
    await setDays(shop, order, { waiting_since: 8 })
    await shop.sandbox.happen(order.stx, "money_arrived")
    await shop.sandbox.calm()
    await pushed(shop, order)
    expect(await rowOf(shop, order)).toMatchObject({ attention: "orphaned" })
    expect(await readBooks(shop, order.cartId)).toEqual(paid)
    expect(paid).toMatchObject({ transactions: [AMOUNT] })
  })

  it("takes its order with it where the shop wants that, but none that was paid by the link", async () => {
    await cancelExpired(true)
    const alone = await buy(shop, { method: "prepaid" })
    await setDays(shop, alone, { waiting_since: 8 })
    await pushed(shop, alone)
    expect(await orderStatus(alone)).toBe("canceled")

    const paid = await buy(shop, { method: "prepaid" })
    await payByLink(paid)
    await setDays(shop, paid, { waiting_since: 8 })
    await pushed(shop, paid)
    expect(await shop.sandbox.read(paid.stx)).toMatchObject({ status: "cancelled" })
    expect(await rowOf(shop, paid)).toMatchObject({ attention: null })
    expect(await orderStatus(paid)).toBe("pending")
    expect(await readBooks(shop, paid.cartId)).toMatchObject({ transactions: [AMOUNT] })
    await cancelExpired(false)
  })

  const cancelExpired = async (cancelExpiredOrders: boolean) => {
    const path = "/admin/secuconnect/settings"
    const { revision } = await shop.admin.ok(z.object({ revision: z.number() }), path)
    const body = { revision, values: { cancelExpiredOrders } }
    await shop.admin.ok(z.unknown(), path, { method: "POST", body })
  }

  const orderStatus = async ({ orderId }: Paid) => {
    const reply = z.object({ order: z.object({ status: z.string() }) })
    return (await shop.admin.ok(reply, `/admin/orders/${orderId}?fields=status`)).order.status
  }
})

describe("a payment page that nobody came back to", () => {
  it("is closed after a day; the cart can be paid by a new one", async () => {
    const payment = await goToCheckout(shop)
    await setDays(shop, payment, { created_at: 2 })
    const polled = z.object({ payment_session: z.object({ state: z.string() }) })
    const path = `/store/secuconnect/payment-sessions/${payment.sessionId}`
    await shop.store.ok(polled, path)
    expect(await shop.sandbox.read(payment.stx)).toMatchObject({ status: "cancelled" })
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
    const again = await startPayment(shop, payment.cartId)
    expect(await comeBack(await payAt(shop, again))).toMatchObject({ outcome: "success" })
  })
})

describe("money that arrives while its payment is being cancelled", () => {
  /** It is there when the cancellation reaches secuconnect, which refuses it then. */
  const payBefore = async (cancel: () => Promise<unknown>, pay: () => Promise<unknown>) => {
    await shop.sandbox.forgetRequests()
    await shop.sandbox.disturb({ path: "/cancel$", fault: "hold_before", times: 1 })
    const cancelled = cancel()
    await until("the cancellation to be sent", async () =>
      (await shop.sandbox.requests()).find(({ fault }) => fault === "hold_before"),
    )
    await pay()
    await shop.sandbox.calm()
    await cancelled
  }
  const arriveBefore = (order: Paid, cancel: () => Promise<unknown>) =>
    payBefore(cancel, () => shop.sandbox.happen(order.stx, "money_arrived"))
  const cancelOrder = ({ orderId }: Paid) =>
    shop.admin.ok(z.unknown(), `/admin/orders/${orderId}/cancel`, { body: {} })

  it("because nobody had paid in time: is booked at once", async () => {
    const order = await buy(shop, { method: "prepaid" })
    await setDays(shop, order, { waiting_since: 8 })
    await arriveBefore(order, () => pushed(shop, order))
    expect(await readBooks(shop, order.cartId)).toMatchObject({ transactions: [AMOUNT] })
    expect(await rowOf(shop, order)).toMatchObject({ attention: null, status: "accepted" })
  })

  it("because its order was cancelled: is told at once as a payment without order", async () => {
    const order = await buy(shop, { method: "prepaid" })
    await arriveBefore(order, async () => {
      await cancelOrder(order)
      await pushed(shop, order)
    })
    expect(await rowOf(shop, order)).toMatchObject({ attention: "orphaned" })
    const findings = (await eventsOf(shop, order)).map(({ finding }) => finding)
    expect(findings).not.toContain("not_cancelled")
  })

  it.each([
    { refundOrphans: true, shop: "refunds payments without order" },
    { refundOrphans: false, shop: "leaves payments without order to the merchant" },
  ])(
    "because the payment was started anew in another tab, in a shop that $shop: the order is placed on it",
    async ({ refundOrphans }) => {
      await storeSettings(shop, { refundOrphans })
      const first = await goToCheckout(shop)
      const startAnew = () => startPaymentOf(shop, first.collectionId)
      await payBefore(startAnew, () => payAt(shop, first))
      const books = await until("the order", async () => {
        const found = await readBooks(shop, first.cartId)
        return found.transactions.length > 0 ? found : undefined
      })
      expect(books).toMatchObject({ captures: [AMOUNT], refunds: [], transactions: [AMOUNT] })
      expect(await announcedOf(shop, first)).not.toContain("secuconnect.payment_orphaned")
      expect(await effectiveAmount(shop, first)).toBe(MINOR)
      await storeSettings(shop, { refundOrphans: null })
    },
  )
})
