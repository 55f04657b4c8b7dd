import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { z } from "zod"
import { toMinorUnits } from "../mapping/words/currency"
import type { MedusaState, MedusaOrder } from "../mapping/decide/decision"
import { amount, date } from "./values"

const paymentRow = z.object({
  payment_session_id: z.string().nullish(),
  canceled_at: date.nullish(),
})

/** `pending_difference` in major units: what the order still wants. */
const orderRow = z.object({
  currency_code: z.string(),
  summary: z.object({ pending_difference: amount.optional() }).nullish(),
  payment_collections: z.array(z.object({ payments: z.array(paymentRow).nullish() })).nullish(),
})

/**
 * What else pays for an order that has no payment of this session. One that it got meanwhile pays for
 * it as well, but not otherwise.
 */
export async function withOtherPayments(
  query: Omit<RemoteQueryFunction, symbol>,
  view: MedusaState,
  sessionId: string,
): Promise<MedusaState> {
  const { order, payment } = view
  if (!order || payment) return view
  const path = "payment_collections.payments"
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "currency_code", "summary", `${path}.payment_session_id`, `${path}.canceled_at`],
    filters: { id: order.id },
  })
  const paid_otherwise = howPaidOtherwise(orderRow.parse(data[0]), sessionId)
  return paid_otherwise ? { ...view, order: { ...order, paid_otherwise } } : view
}

function howPaidOtherwise(
  { currency_code, summary, payment_collections }: z.output<typeof orderRow>,
  sessionId: string,
): MedusaOrder["paid_otherwise"] {
  const payments = (payment_collections ?? []).flatMap((collection) => collection.payments ?? [])
  const isOwn = payments.some(({ payment_session_id }) => payment_session_id === sessionId)
  if (isOwn || !payments.some(({ canceled_at }) => !canceled_at)) return undefined
  const pending = summary?.pending_difference
  return pending != null && toMinorUnits(pending, currency_code) <= 0 ? "wholly" : "partly"
}
