import { z } from "zod"
import type { PaymentEntries } from "../mapping/money/totals"
import type { RefundWords } from "../mapping/request/refund-reason"
import { list, text } from "../mapping/words/rows"
import { findAll, findOne, type Query } from "./query"
import { bookingSchema } from "./schemas"

const paymentSchema = z.object({ captures: list(bookingSchema), refunds: list(bookingSchema) })

const refundSchema = z.object({
  id: z.string(),
  note: text,
  refund_reason: z.object({ label: text }).nullish(),
  payment: z.object({ id: z.string() }).nullish(),
})

/** A refund of Medusa, and what is booked on its payment, itself included. */
export interface MedusaRefund {
  words: RefundWords
  booked: PaymentEntries
}

/**
 * Medusa's refund row: it is committed before the provider is called, and deleted when that throws.
 *
 * @returns null when there is no such row (any more)
 */
export async function readMedusaRefund(
  query: Query,
  id: string | null | undefined,
): Promise<MedusaRefund | null> {
  const refunds = await findAll(query, { entity: "refund", schema: refundSchema, by: { id } })
  const refund = refunds.find((row) => row.id === id)
  if (!refund) return null
  const { note, refund_reason, payment } = refund
  return {
    words: { note, label: refund_reason?.label },
    booked: await readEntries(query, payment?.id),
  }
}

/** Asked for with the refund, Medusa gives of the payment's refunds only that one. */
async function readEntries(query: Query, id: string | undefined): Promise<PaymentEntries> {
  const payment = await findOne(query, { entity: "payment", schema: paymentSchema, by: { id } })
  return payment ?? { captures: [], refunds: [] }
}
