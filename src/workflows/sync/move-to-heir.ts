import { amountDue, heirOf, meets } from "../../mapping/decide/amount-due"
import { paysBefore } from "../../mapping/status/pays-first"
import { isSpent } from "../../mapping/status/spent"
import { isSessionOfCart, readCartWithSessions } from "../../medusa/read-amount-due"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/**
 * The core deletes a cart's session when another one is started, and the shopper may have paid on its
 * page before it was cancelled. If the cart still costs the same, the payment moves to the session
 * that took its place, and the order is placed on it; `started_session_id` keeps where it came from.
 *
 * @returns the row as it is now
 */
export async function moveToHeir(deps: Deps, checkout: CheckoutRow): Promise<CheckoutRow> {
  const heir = isHomeless(checkout) ? await findHeir(deps, checkout) : null
  if (heir === null) return checkout
  const { id, payment_session_id, started_session_id, reference } = checkout
  deps.logger.info(`secuconnect: ${reference}: paid, and its session was replaced: it moves there.`)
  return await deps.ledger.writeCheckout({
    id,
    payment_session_id: heir,
    started_session_id: started_session_id ?? payment_session_id,
    cancel_requested_at: null,
    superseded_by: null,
  })
}

/** Money that was asked for and has no order; what is only promised is cancelled instead. */
function isHomeless({ status, order_id, mismatch, dispute, ...row }: CheckoutRow): boolean {
  const isClean = order_id === null && mismatch === null && dispute === null
  // Given up as a promise: the shopper was told that there is no order.
  if (row.expired_at !== null) return false
  return (
    status === "accepted" && isClean && !isSpent({ status, ...row }, row.orphan_resolution !== null)
  )
}

/** Not when the session is there, the cart costs something else, or the heir has been paid itself. */
async function findHeir({ query, ledger }: Deps, checkout: CheckoutRow): Promise<string | null> {
  const { payment_session_id, cart_id, amount, currency_code } = checkout
  if (!cart_id || (await isSessionOfCart(query, checkout))) return null
  const cart = await readCartWithSessions(query, cart_id)
  if (!cart || cart.is_completed) return null
  const due = amountDue({ id: payment_session_id, amount }, cart)
  const heir = meets(due, { amount, currency_code }) ? heirOf(amount, cart) : null
  if (!heir) return null
  const rivals = await ledger.refreshSessions([heir.id], "medusa")
  return rivals.some((rival) => paysBefore(rival, "open")) ? null : heir.id
}
