import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decision } from "../../mapping/decide/decision"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"

/** What we have just changed at secuconnect, so that the row is out of date. */
const CHANGES_THE_STATUS: ReadonlySet<Decision["act"]> = new Set([
  "cancel_transaction",
  "expire_transfer",
  "refund_orphan",
])

/** Looks once more after a call that moved something; if that fails, the clock looks. */
export async function refreshAfterChange(
  container: MedusaContainer,
  checkout: CheckoutRow,
  { decision, source }: { decision: Decision; source: EventSource },
): Promise<CheckoutRow> {
  if (!CHANGES_THE_STATUS.has(decision.act)) return checkout
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const current: CheckoutRow = await ledger.retrieveCheckout(checkout.id)
  return await ledger.refresh(current, source).catch(() => current)
}
