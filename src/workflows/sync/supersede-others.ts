import type { CheckoutRow, SecuconnectModuleService } from "../../modules/secuconnect/types"

/**
 * A transaction that has just placed the session's order is the one that counts, also when it had
 * been replaced. It takes the place of whatever else could still be paid there: that is cancelled.
 *
 * @param before the row as it was before this look
 */
export async function supersedeOthers(
  ledger: SecuconnectModuleService,
  before: CheckoutRow,
  after: CheckoutRow,
): Promise<void> {
  if (before.order_id !== null || after.order_id === null) return
  const now = new Date()
  const marks = { superseded_by: after.id, cancel_requested_at: now, due_at: now }
  const payable = await ledger.listPayable(after.payment_session_id)
  const others = payable.filter(({ id, status }) => id !== after.id && OPEN.has(status))
  await ledger.updateCheckouts([
    ...(after.superseded_by === null ? [] : [{ id: after.id, ...NO_MARKS }]),
    ...others.map(({ id }) => ({ id, ...marks })),
  ])
}

const OPEN: ReadonlySet<CheckoutRow["status"]> = new Set([null, "open", "unknown"])
const NO_MARKS = { superseded_by: null, cancel_requested_at: null }
