import { OrderChangeStatus } from "@medusajs/framework/utils"
import { z } from "zod"
import type { OrderForBooking } from "../mapping/books/bookable"
import { amount, date, flag, text, whole } from "../mapping/words/rows"
import { findOrderOfCollection } from "./links"
import { findOne, type Query } from "./query"
import { orderSchema } from "./schemas"

const paymentInCollection = z.object({
  id: z.string(),
  payment_collection_id: z.string().nullish(),
})

const orderWithSums = orderSchema.extend({
  is_draft_order: flag,
  summary: whole(
    z
      .object({ pending_difference: amount.nullish(), raw_pending_difference: amount.nullish() })
      .nullish(),
  ),
})

const openChange = z.object({ id: z.string(), change_type: text, created_at: date })

/** Medusa's payment of a session, and the order that it pays for. */
export interface PaymentOfOrder {
  payment_id: string
  order_id: string
}

/**
 * @param by the payment's own id, or that of its session
 * @returns null while no order has such a payment
 */
export async function findPaymentOfOrder(
  query: Query,
  by: { id: string } | { payment_session_id: string },
): Promise<PaymentOfOrder | null> {
  const payment = await findOne(query, { entity: "payment", schema: paymentInCollection, by })
  const order_id = await findOrderOfCollection(query, payment?.payment_collection_id)
  return payment && order_id ? { payment_id: payment.id, order_id } : null
}

/**
 * What decides whether the core can book on an order.
 *
 * @returns null when there is no such order
 */
export async function readOrderForBooking(
  query: Query,
  id: string,
): Promise<OrderForBooking | null> {
  const [order, open_change] = await Promise.all([
    findOne(query, { entity: "order", schema: orderWithSums, by: { id } }),
    findOpenChange(query, id),
  ])
  if (!order) return null
  const { status, is_draft_order, summary } = order
  return {
    id,
    canceled: status === "canceled",
    is_draft: is_draft_order,
    pending_difference: summary?.raw_pending_difference ?? summary?.pending_difference ?? null,
    open_change: open_change && (open_change.change_type ?? ""),
  }
}

/** An edit, return, exchange, claim, transfer or credit line that is open: the core allows one at a time. */
export async function findOpenChange(query: Query, order_id: string) {
  const status = [OrderChangeStatus.PENDING, OrderChangeStatus.REQUESTED]
  const by = { order_id, status }
  return await findOne(query, { entity: "order_change", schema: openChange, by })
}
