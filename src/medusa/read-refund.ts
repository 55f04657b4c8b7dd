import { z } from "zod"
import type { RefundWords } from "../mapping/request/refund-reason"
import { text } from "../mapping/words/rows"
import { findAll, type Query } from "./query"

const refundSchema = z.object({
  id: z.string(),
  note: text,
  refund_reason: z.object({ label: text }).nullish(),
})

/**
 * Medusa's refund row: it is committed before the provider is called, and deleted when that throws.
 *
 * @returns null when there is no such row (any more)
 */
export async function readMedusaRefund(
  query: Query,
  id: string | null | undefined,
): Promise<RefundWords | null> {
  const refunds = await findAll(query, { entity: "refund", schema: refundSchema, by: { id } })
  const refund = refunds.find((row) => row.id === id)
  return refund ? { note: refund.note, label: refund.refund_reason?.label } : null
}
