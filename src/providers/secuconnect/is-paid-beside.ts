import { readAmountDue, type CartSessions, type SessionRef } from "../../medusa/read-amount-due"
import type { ProviderDeps } from "./deps"

/**
 * Whether other sessions pay for all that the cart costs. The core authorizes the first one that is open,
 * so a session that brings nothing is closed then: else it would never come to those that do.
 *
 * @param cart of the session; null where an order counts on it already
 */
export async function isPaidBeside(
  { query }: Pick<ProviderDeps, "query">,
  own: SessionRef & { amount: number },
  cart: CartSessions | null,
): Promise<boolean> {
  if (!cart || cart.others.length === 0) return false
  const due = await readAmountDue(query, own, cart)
  return due !== null && !due.is_edited && due.amount <= 0
}
