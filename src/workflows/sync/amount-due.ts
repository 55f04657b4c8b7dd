import { amountDue } from "../../mapping/decide/amount-due"
import type { MedusaState } from "../../mapping/decide/decision"
import { placesOrder } from "../../mapping/status/session-status"
import { readAmountDue, readCartWithSessions } from "../../medusa/read-amount-due"
import type { AmountDue } from "../../mapping/words/payments"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/**
 * Adds what is due: read until an order counts on the payment, and afterwards as long as it was placed
 * for another amount. What an edit adds later is not due from this payment.
 */
export async function withAmountDue(
  { query }: Pick<Deps, "query">,
  checkout: CheckoutRow,
  medusa: MedusaState,
): Promise<MedusaState> {
  if (!medusa.cart || !isCompared(checkout)) return medusa
  const due = await readAmountDue(query, checkout)
  if (!due || (due.is_edited && checkout.amount_due === null)) return medusa
  return { ...medusa, amount_due: due }
}

function isCompared({ status, order_id, amount_due }: CheckoutRow): boolean {
  return placesOrder(status ?? "unknown") && (order_id === null || amount_due !== null)
}

/**
 * What a cart costs whose session is gone, most often because its total has changed: whoever has paid
 * the old one is told so.
 */
export async function readDueOfCart(
  { query }: Pick<Deps, "query">,
  { status, order_id, cart_id, payment_session_id: id, amount }: CheckoutRow,
  medusa: MedusaState | null,
): Promise<AmountDue | undefined> {
  const isOrphan = medusa === null && status === "accepted" && order_id === null
  if (!isOrphan || !cart_id) return undefined
  const cart = await readCartWithSessions(query, cart_id)
  return cart && !cart.is_completed ? amountDue({ id, amount }, cart) : undefined
}
