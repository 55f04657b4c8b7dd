import type { Decision } from "../../mapping/decide/decision"
import type { Problem } from "../../mapping/words/problem"
import type { CheckoutRow, SecuconnectModuleService } from "../../modules/secuconnect/types"

/** What failed longer ago, and not since, was another trouble. */
const ONE_TROUBLE_MS = 24 * 60 * 60_000

/** Since when the same has failed for a passing reason; null when it did not, or not before. */
export async function failingSince(
  ledger: SecuconnectModuleService,
  { id: checkout_id }: CheckoutRow,
  { act, problem }: { act: Decision["act"]; problem: Problem | null },
): Promise<Date | null> {
  if (!problem?.is_passing) return null
  const now = await ledger.now()
  const created_at = { $gte: new Date(now.getTime() - ONE_TROUBLE_MS) }
  const [first] = await ledger.listCheckoutEvents(
    { checkout_id, finding: `${act}_failed`, created_at },
    { select: ["id", "created_at"], order: { created_at: "ASC" }, take: 1 },
  )
  return first?.created_at ?? null
}
