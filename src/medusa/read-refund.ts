import { z } from "zod"
import type { RefundWords } from "../mapping/request/refund-reason"
import type { ProviderDeps } from "../providers/secuconnect/deps"

const refundRow = z.object({
  id: z.string(),
  note: z.string().nullish(),
  refund_reason: z.object({ label: z.string().nullish() }).nullish(),
})

/**
 * Medusa's refund row: it is committed before the provider is called, and deleted when that throws.
 *
 * @returns null when there is no such row (any more)
 */
export async function readMedusaRefund(
  { query }: ProviderDeps,
  id: string | null | undefined,
): Promise<RefundWords | null> {
  if (!id) return null
  const { data } = await query.graph({
    entity: "refund",
    fields: ["id", "note", "refund_reason.label"],
    filters: { id },
  })
  const rows = data.map((row) => refundRow.safeParse(row))
  const found = rows.find((row) => row.success && row.data.id === id)?.data
  return found ? { note: found.note, label: found.refund_reason?.label } : null
}
