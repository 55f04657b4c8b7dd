import { checkoutStateOf } from "../../mapping/decide/checkout-state"
import type { CheckoutState, MedusaState } from "../../mapping/decide/decision"
import { paysBefore } from "../../mapping/status/pays-first"
import { placesOrder } from "../../mapping/status/session-status"
import { readOtherSessions } from "../../medusa/read-amount-due"
import type { CheckoutRow, Settings } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/** Reads what the checkout's row does not say. */
export async function readCheckoutState(
  deps: Deps,
  checkout: CheckoutRow,
  { settings, medusa }: { settings: Settings; medusa: MedusaState | null },
): Promise<CheckoutState> {
  const isIn = checkout.effective_amount !== null
  return checkoutStateOf(checkout, {
    settings,
    has_unresolved_request: isIn && (await deps.ledger.moneyRequests.hasUnresolved(checkout.id)),
    orphaned_at: isIn ? await readOrphanedAt(deps, checkout) : null,
    is_outranked: await isOutranked(deps, checkout, medusa),
    now: await deps.ledger.now(),
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

/** Asked where a promise would get the order; another session of the cart may have been paid. */
async function isOutranked(
  { ledger, query }: Deps,
  checkout: CheckoutRow,
  medusa: MedusaState | null,
): Promise<boolean> {
  const { status } = checkout
  const isPromise = status !== "accepted" && placesOrder(status ?? "unknown")
  if (!isPromise || !medusa?.cart || medusa.order) return false
  const others = await readOtherSessions(query, checkout)
  const rivals = await ledger.refreshSessions(others, "medusa")
  return rivals.some((rival) => paysBefore(rival, status))
}
