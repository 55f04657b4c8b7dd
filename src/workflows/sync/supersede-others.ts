import type { CheckoutRow, SecuconnectModuleService } from "../../modules/secuconnect/types"

/**
 * A transaction that has just placed the session's order is the one that counts, also when it had
 * been superseded itself. Whatever else could still be paid in its session is cancelled.
 */
export async function supersedeOthers(
  ledger: SecuconnectModuleService,
  checkout: CheckoutRow,
): Promise<void> {
  const now = await ledger.now()
  const marks = { superseded_by: checkout.id, cancel_requested_at: now, due_at: now }
  const payable = await ledger.listPayable(checkout.payment_session_id)
  const others = payable.filter(({ id, status }) => id !== checkout.id && OPEN.has(status))
  await ledger.updateCheckouts([
    ...(checkout.superseded_by === null ? [] : [{ id: checkout.id, ...NO_MARKS }]),
    ...others.map(({ id }) => ({ id, ...marks })),
  ])
  if (others.length > 0) await ledger.checkSoon(others.map(({ id }) => id))
}

const OPEN: ReadonlySet<CheckoutRow["status"]> = new Set([null, "open", "unknown"])
const NO_MARKS = { superseded_by: null, cancel_requested_at: null }
