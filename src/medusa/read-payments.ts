import { z } from "zod"
import { findAll, type Query } from "./query"
import { bookedOrderSchema, paymentSchema } from "./schemas"

const paymentOfOrder = paymentSchema.extend({
  payment_collection: z.object({ order: bookedOrderSchema.nullish() }),
})

export type MedusaPayment = z.output<typeof paymentSchema>
export type MedusaOrderBooks = z.output<typeof bookedOrderSchema>
export type MedusaTransaction = MedusaOrderBooks["transactions"][number]
export type MedusaPaymentOfOrder = z.output<typeof paymentOfOrder>

type SessionIds = string | string[]

/** Medusa's payments of these sessions, with their captures and refunds. */
export async function readPayments(query: Query, ids: SessionIds): Promise<MedusaPayment[]> {
  const by = { payment_session_id: ids }
  return await findAll(query, { entity: "payment", schema: paymentSchema, by })
}

/** The same with the books of the orders that they pay for. */
export async function readPaymentsOfOrders(
  query: Query,
  ids: SessionIds,
): Promise<MedusaPaymentOfOrder[]> {
  const by = { payment_session_id: ids }
  return await findAll(query, { entity: "payment", schema: paymentOfOrder, by })
}
