import type { CheckoutRow, SecuconnectModuleService } from "../../modules/secuconnect/types"

/**
 * A transaction that has just placed the session's order is the one that counts, also when it had
 * been replaced. It takes the place of whatever else could still be paid there: that is cancelled.
 *
 * @param before the row as it was before this look
 */
export async function takePlace(
  ledger: SecuconnectModuleService,
  before: CheckoutRow,
  after: CheckoutRow,
): Promise<void> {
  if (before.order_id !== null || after.order_id === null) return
  const now = new Date()
  const marks = { replaced_by: after.id, cancel_requested_at: now, due_at: now }
  const payable = await ledger.listPayable(after.payment_session_id)
  const others = payable.filter(({ id, truth }) => id !== after.id && OPEN.has(truth))
  await ledger.updateCheckouts([
    ...(after.replaced_by === null ? [] : [{ id: after.id, ...NO_MARKS }]),
    ...others.map(({ id }) => ({ id, ...marks })),
  ])
}

const OPEN: ReadonlySet<CheckoutRow["truth"]> = new Set([null, "open", "unknown"])
const NO_MARKS = { replaced_by: null, cancel_requested_at: null }
