import { z } from "zod"
import { findAll, findOne, type Query } from "./query"
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

const ownPayment = paymentSchema.pick({ id: true, data: true })

/** Of a payment that is ours, the ledger's row; null of any other. */
export async function readCheckoutOfPayment(query: Query, id: string): Promise<string | null> {
  const payment = await findOne(query, { entity: "payment", schema: ownPayment, by: { id } })
  return payment?.data?.checkout_id ?? null
}
