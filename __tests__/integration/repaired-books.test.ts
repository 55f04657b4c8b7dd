import { z } from "zod"

import { runAudit } from "../soak/run-audit"
import { letBooksAge, readBooks } from "../support/books"
import { debtOf, editOrder } from "../support/carts/after-the-order"
import { rowOf } from "../support/ledger"
import { KEEPS_PAGES_OPEN } from "../support/faults"
import {
  buy,
  comeBackToOrder,
  createMerchant,
  effectiveAmount,
  withPaymentId,
  type Paid,
} from "../support/money"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  CASE,
  comeBack,
  goToCheckout,
  payAt,
  startPaymentOf,
  variantIds,
  type StartedPayment,
} from "../support/shopper"
import { until } from "../support/until"

const AMOUNT = 31.9

let shop: Shop
let merchant: ReturnType<typeof createMerchant>

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
  merchant = createMerchant(shop)
})

afterAll(() => shop.stop())

const summary = z.object({
  order: z.object({
    summary: z.object({
      paid_total: z.number(),
      refunded_total: z.number(),
      transaction_total: z.number(),
    }),
  }),
})

/** What the order's own sums say, which the admin shows. */
async function sumsOf({ orderId }: Paid) {
  const reply = await shop.admin.ok(summary, `/admin/orders/${orderId}?fields=summary`)
  const { paid_total, refunded_total, transaction_total } = reply.order.summary
  return { paid: paid_total, refunded: refunded_total, left: transaction_total }
}

const PAID = { paid: AMOUNT, refunded: 0, left: AMOUNT }
const GIVEN_BACK = { paid: AMOUNT, refunded: AMOUNT, left: 0 }

/** The push's own sync waits for the one that runs. */
async function letSyncEnd({ stx }: StartedPayment): Promise<void> {
  expect(await shop.sandbox.push(stx)).toEqual([200])
}

it("an order that was cancelled after its money was in keeps the transactions it has", async () => {
  const order = await buy(shop)
  expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
  const books = await readBooks(shop, order.cartId)
  expect(books).toMatchObject({ refunds: [AMOUNT], transactions: [AMOUNT, -AMOUNT] })
  await letBooksAge(shop, order)
  expect(await shop.sandbox.push(order.stx)).toEqual([200])
  expect(await readBooks(shop, order.cartId)).toEqual(books)
})

it("and also when a part was given back before", async () => {
  const order = await buy(shop)
  expect(await merchant.refund(order, 10)).toMatchObject({ status: 200 })
  expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
  const books = await readBooks(shop, order.cartId)
  expect(books.transactions).toHaveLength(3)
  await letBooksAge(shop, order)
  expect(await shop.sandbox.push(order.stx)).toEqual([200])
  expect(await readBooks(shop, order.cartId)).toEqual(books)
})

it("a refund stays in the books while the page of the session's other payment is paid as well", async () => {
  const first = await goToCheckout(shop)
  await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
  const second = await startPaymentOf(shop, first.collectionId)
  // Its session is gone: the order is placed on the second one's, and both now belong to that.
  const orderId = await comeBackToOrder(await payAt(shop, first))
  await payAt(shop, second)
  await shop.sandbox.calm()
  expect((await rowOf(shop, first)).payment_session_id).toBe(second.sessionId)
  const order = await withPaymentId(shop, { ...first, orderId })
  expect(await merchant.refund(order, AMOUNT)).toMatchObject({ status: 200 })
  const books = await readBooks(shop, first.cartId)
  expect(books).toMatchObject({ refunds: [AMOUNT], transactions: [AMOUNT, -AMOUNT] })
  await letBooksAge(shop, first)
  for (const payment of [second, first, second]) {
    expect(await shop.sandbox.push(payment.stx)).toEqual([200])
  }
  expect(await readBooks(shop, first.cartId)).toEqual(books)
  expect(await rowOf(shop, second)).toMatchObject({ attention: "orphaned" })
})

/** Two who book at the same moment see nothing of each other; the core has no key that forbids it. */
const BOOK_AGAIN = `INSERT INTO order_transaction
    (id, order_id, version, amount, raw_amount, currency_code, reference, reference_id)
  SELECT id || '_again', order_id, version, amount, raw_amount, currency_code, reference, reference_id
  FROM order_transaction WHERE order_id = $1`

/** Each of the two has added its transaction to the order's sums. */
const amountIn = (name: string, value: string) =>
  `"${name}": ${value}, "raw_${name}": {"value": "${value}", "precision": 20}`
const SUM_AGAIN = `UPDATE order_summary SET totals = totals || '{
  ${amountIn("paid_total", "63.8")}, ${amountIn("transaction_total", "63.8")},
  ${amountIn("pending_difference", "-31.9")}}'::jsonb WHERE order_id = $1`

it("an order whose capture was booked by two at the same moment has it once", async () => {
  const order = await buy(shop)
  await shop.db.rows(z.unknown(), BOOK_AGAIN, [order.orderId])
  await shop.db.rows(z.unknown(), SUM_AGAIN, [order.orderId])
  const twice = await readBooks(shop, order.cartId)
  expect(twice.transactions).toEqual([AMOUNT, AMOUNT])
  await letBooksAge(shop, order)
  expect(await shop.sandbox.push(order.stx)).toEqual([200])
  expect(await readBooks(shop, order.cartId)).toEqual({ ...twice, transactions: [AMOUNT] })
})

it("two payments of an order that were refunded elsewhere at once are booked one after the other", async () => {
  const order = await buy(shop)
  const variant_id = (await variantIds(shop)).get(CASE) ?? ""
  await editOrder({ shop, orderId: order.orderId, variant_id })
  const debt = await debtOf(shop, order.orderId)
  const second = await startPaymentOf(shop, debt.id)
  await comeBack(await payAt(shop, second))
  for (const { stx } of [order, second]) await shop.sandbox.happen(stx, "refund", 500)
  const pushes = [order, second].map(({ stx }) => shop.sandbox.push(stx))
  expect(await Promise.all(pushes)).toEqual([[200], [200]])

  const { transactions } = await readBooks(shop, order.cartId)
  expect(transactions).toEqual([AMOUNT, 17.95, -5, -5])
  expect(await sumsOf(order)).toEqual({ paid: 49.85, refunded: 10, left: 39.85 })
})

describe("an order that was cancelled while secuconnect refused to give its money back", () => {
  const refuse = (times: number) =>
    shop.sandbox.disturb({ path: "/cancel$", fault: "status", status: 400, times })

  const cancelWithoutMoney = async (times: number) => {
    const order = await buy(shop)
    await refuse(times)
    expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
    return order
  }

  it("gives it back once as soon as that can be done", async () => {
    const order = await cancelWithoutMoney(1)
    await until("the refund", async () => {
      return (await effectiveAmount(shop, order)) === 0 ? true : undefined
    })
    await letSyncEnd(order)
    expect(await readBooks(shop, order.cartId)).toMatchObject({
      refunds: [AMOUNT],
      transactions: [AMOUNT, -AMOUNT],
    })
    expect(await sumsOf(order)).toEqual(GIVEN_BACK)
    const { payments } = await shop.sandbox.read(order.stx)
    expect(payments.filter(({ refund_of }) => refund_of !== null)).toHaveLength(1)
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
  })

  it("says so as long as it cannot, and its books do not claim a refund", async () => {
    const order = await cancelWithoutMoney(1_000)
    await until("the notice", async () => {
      const { attention } = await rowOf(shop, order)
      return attention === "orphaned" ? true : undefined
    })
    await letBooksAge(shop, order)
    expect(await shop.sandbox.push(order.stx)).toEqual([200])
    expect(await readBooks(shop, order.cartId)).toMatchObject({
      refunds: [],
      transactions: [AMOUNT],
    })
    expect(await sumsOf(order)).toEqual(PAID)
    await shop.sandbox.calm()
    expect(await shop.sandbox.push(order.stx)).toEqual([200])
    expect(await readBooks(shop, order.cartId)).toMatchObject({
      refunds: [AMOUNT],
      transactions: [AMOUNT, -AMOUNT],
    })
    expect(await sumsOf(order)).toEqual(GIVEN_BACK)
    expect(await effectiveAmount(shop, order)).toBe(0)
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
  })
})

it("the audit finds all of them balanced", async () => {
  const { code, text } = await runAudit(shop.command.env, "from=2020-01-01", "to=2100-01-01")
  expect(text).toContain("The books balance: no difference.")
  expect(text).toContain("9 checkouts compared")
  expect(code).toBe(0)
})
