import { z } from "zod"
import type { MedusaOrder, MedusaState } from "../mapping/decide/decision"
import { toMinorUnits } from "../mapping/words/currency"
import { amount, list, whole } from "../mapping/words/rows"
import { findOne, type Query } from "./query"
import { paymentSchema } from "./schemas"

const paymentOfOrder = paymentSchema.pick({ payment_session_id: true, canceled_at: true })

const orderWithPayments = z.object({
  currency_code: z.string(),
  /** Major units that the order still wants. */
  summary: whole(z.object({ pending_difference: amount.nullish() }).nullish()),
  payment_collections: list(z.object({ payments: list(paymentOfOrder) })),
})

/**
 * What else pays for an order that has no payment of this session. One that it got meanwhile pays for
 * it as well, but not otherwise.
 */
export async function withOtherPayments(
  query: Query,
  state: MedusaState,
  sessionId: string,
): Promise<MedusaState> {
  const { order, payment } = state
  if (!order || payment) return state
  const by = { id: order.id }
  const found = await findOne(query, { entity: "order", schema: orderWithPayments, by })
  const paid_otherwise = found ? howPaidOtherwise(found, sessionId) : undefined
  return paid_otherwise ? { ...state, order: { ...order, paid_otherwise } } : state
}

function howPaidOtherwise(
  { currency_code, summary, payment_collections }: z.output<typeof orderWithPayments>,
  sessionId: string,
): MedusaOrder["paid_otherwise"] {
  const payments = payment_collections.flatMap((collection) => collection.payments)
  const isOwn = payments.some(({ payment_session_id }) => payment_session_id === sessionId)
  if (isOwn || !payments.some(({ canceled_at }) => !canceled_at)) return undefined
  const pending = summary?.pending_difference
  return pending != null && toMinorUnits(pending, currency_code) <= 0 ? "wholly" : "partly"
}
