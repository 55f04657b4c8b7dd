import { z } from "zod"

import type { Shop } from "./shop"

/** What Medusa has booked for a cart. Amounts in major units. */
export interface Books {
  orders: number
  /** As the admin shows it: `awaiting`, `authorized`, `captured`, … */
  payment_status: string | null
  total: number | null
  /** One entry per row that is there. */
  payments: number[]
  captures: number[]
  refunds: number[]
  /** The order's own bookings: payments positive, refunds negative. */
  transactions: number[]
}

const amounts = z.object({ amount: z.string().transform(Number) })

const PAYMENTS_OF_CART = `
  SELECT p.id FROM payment p
  JOIN cart_payment_collection c ON c.payment_collection_id = p.payment_collection_id
  WHERE c.cart_id = $1 AND p.deleted_at IS NULL`

const ORDERS_OF_CART = "SELECT order_id FROM order_cart WHERE cart_id = $1 AND deleted_at IS NULL"

const SQL = {
  payments: `SELECT amount FROM payment WHERE id IN (${PAYMENTS_OF_CART})`,
  captures: `SELECT amount FROM capture WHERE payment_id IN (${PAYMENTS_OF_CART}) AND deleted_at IS NULL ORDER BY id`,
  refunds: `SELECT amount FROM refund WHERE payment_id IN (${PAYMENTS_OF_CART}) AND deleted_at IS NULL ORDER BY id`,
  transactions: `SELECT amount FROM order_transaction WHERE order_id IN (${ORDERS_OF_CART}) AND deleted_at IS NULL ORDER BY created_at`,
} as const

const orderReply = z.object({
  order: z.object({ payment_status: z.string(), total: z.number() }),
})

/** Ids of the orders that came from a cart: there must never be two. */
export async function orderIdsOf({ db }: Shop, cartId: string): Promise<string[]> {
  const rows = await db.rows(z.object({ order_id: z.string() }), ORDERS_OF_CART, [cartId])
  return rows.map(({ order_id }) => order_id)
}

/** Reads the rows themselves, and asks the admin API how it sums them up. */
export async function readBooks(shop: Shop, cartId: string): Promise<Books> {
  const read = async (sql: string) =>
    (await shop.db.rows(amounts, sql, [cartId])).map(({ amount }) => amount)
  const orderIds = await orderIdsOf(shop, cartId)
  const [orderId] = orderIds
  const path = `/admin/orders/${orderId ?? ""}?fields=payment_status,total`
  const order = orderId ? (await shop.admin.ok(orderReply, path)).order : null
  return {
    orders: orderIds.length,
    payment_status: order?.payment_status ?? null,
    total: order?.total ?? null,
    payments: await read(SQL.payments),
    captures: await read(SQL.captures),
    refunds: await read(SQL.refunds),
    transactions: await read(SQL.transactions),
  }
}

/** What was booked is old enough that a crash would have left it as it is. */
export async function letBooksAge({ db }: Shop, { cartId }: { cartId: string }): Promise<void> {
  const LONG_AGO = "SET created_at = now() - interval '10 minutes'"
  for (const sql of [
    `UPDATE capture ${LONG_AGO} WHERE payment_id IN (${PAYMENTS_OF_CART})`,
    `UPDATE refund ${LONG_AGO} WHERE payment_id IN (${PAYMENTS_OF_CART})`,
    `UPDATE order_transaction ${LONG_AGO} WHERE order_id IN (${ORDERS_OF_CART})`,
  ]) {
    await db.rows(z.unknown(), sql, [cartId])
  }
}

/** One order, one payment, one capture of the whole amount. */
export function captured(amount: number): Books {
  const once = [amount]
  return {
    orders: 1,
    payment_status: "captured",
    total: amount,
    payments: once,
    captures: once,
    refunds: [],
    transactions: once,
  }
}

/** An order that waits for its money: no payment yet. */
export function waiting(amount: number): Books {
  const none = { payments: [], captures: [], refunds: [], transactions: [] }
  return { orders: 1, payment_status: "awaiting", total: amount, ...none }
}

/** An order whose payment is promised and not captured yet. */
export function authorized(amount: number): Books {
  const none = { captures: [], refunds: [], transactions: [] }
  return { orders: 1, payment_status: "authorized", total: amount, payments: [amount], ...none }
}

/** A cart that nobody has completed. */
export const NO_ORDER: Books = {
  orders: 0,
  payment_status: null,
  total: null,
  payments: [],
  captures: [],
  refunds: [],
  transactions: [],
}
