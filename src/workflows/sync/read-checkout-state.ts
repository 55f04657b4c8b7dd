import { checkoutStateOf } from "../../mapping/decide/checkout-state"
import type { CheckoutState } from "../../mapping/decide/decision"
import type { CheckoutRow, Settings } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/** Reads what the checkout's row does not say, which matters only where money is in. */
export async function readCheckoutState(
  deps: Deps,
  checkout: CheckoutRow,
  settings: Settings,
): Promise<CheckoutState> {
  const isIn = checkout.effective_amount !== null
  return checkoutStateOf(checkout, {
    settings,
    has_open_request: isIn && (await deps.ledger.moneyRequests.hasUnresolved(checkout.id)),
    orphaned_at: isIn ? await readOrphanedAt(deps, checkout) : null,
    now: new Date(),
  })
}

/** When the shop was told first that the payment has no order. */
async function readOrphanedAt(
  { ledger }: Deps,
  { id: checkout_id, attention }: CheckoutRow,
): Promise<Date | null> {
  if (attention !== "orphaned") return null
  const [told] = await ledger.listCheckoutEvents(
    { checkout_id, event_name: "secuconnect.payment_orphaned" },
    { select: ["id", "created_at"], order: { created_at: "ASC" }, take: 1 },
  )
  return told?.created_at ?? null
}
