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

/** What the ledger knows of a checkout: two of them can share a session, which has one payment. */
interface Owner {
  id: string
  payment_session_id: string
}

const ownOf =
  ({ id }: Owner) =>
  ({ data }: Pick<MedusaPayment, "data">) =>
    data?.checkout_id === id

/** Medusa's payment of a checkout; null where its session has none, or that of another checkout. */
export async function readOwnPayment(query: Query, owner: Owner): Promise<MedusaPayment | null> {
  const payments = await readPayments(query, owner.payment_session_id)
  return payments.find(ownOf(owner)) ?? null
}

/** The same with the books of the order that it pays for. */
export async function readOwnPaymentOfOrder(
  query: Query,
  owner: Owner,
): Promise<MedusaPaymentOfOrder | null> {
  const by = { payment_session_id: owner.payment_session_id }
  const payments = await findAll(query, { entity: "payment", schema: paymentOfOrder, by })
  return payments.find(ownOf(owner)) ?? null
}

const ownPayment = paymentSchema.pick({ id: true, data: true })

/** Of a payment that is ours, the ledger's row; null of any other. */
export async function readCheckoutOfPayment(query: Query, id: string): Promise<string | null> {
  const payment = await findOne(query, { entity: "payment", schema: ownPayment, by: { id } })
  return payment?.data?.checkout_id ?? null
}
