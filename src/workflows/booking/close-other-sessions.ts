import { Modules } from "@medusajs/framework/utils"
import { isClosable, type CartSession } from "../../mapping/decide/amount-due"
import { lastingProblem, problemOf, type Problem } from "../../mapping/words/problem"
import { readCartOfSession } from "../../medusa/read-amount-due"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { withCartLock } from "../locks"

/**
 * Deletes the other sessions of a cart that nobody has paid with, so that the core can authorize none
 * but this one's. Ours are cancelled at secuconnect a moment later. What another provider has authorized
 * stays, and so does a part of a cart that the shop has split on purpose.
 *
 * Two starts at once (a double click, two tabs) leave two sessions, and a start that fails can bring
 * back the one before.
 *
 * @param is_ordered the order is there and counts on this payment: the storefront has completed the cart
 * @returns why no order can be placed on this payment; null when one can
 */
export async function closeOtherSessions(
  deps: Deps,
  checkout: CheckoutRow,
  { cart_id, is_ordered = false }: { cart_id: string; is_ordered?: boolean },
): Promise<Problem | null> {
  // A completion that is under way has marked the cart as completed and may still fail: only the lock tells.
  if ((await findClosable(deps, checkout, true))?.length === 0) return null
  try {
    return await withCartLock(deps, cart_id, async () => {
      const closable = await findClosable(deps, checkout, is_ordered)
      if (closable === null) return lastingProblem("another payment of the same cart was faster")
      const payment = deps.container.resolve(Modules.PAYMENT)
      for (const { id } of closable) await payment.deletePaymentSession(id)
      return null
    })
  } catch (error) {
    return problemOf(error)
  }
}

/** @returns null when the own session is gone */
async function findClosable(
  { query }: Deps,
  checkout: CheckoutRow,
  is_ordered: boolean,
): Promise<CartSession[] | null> {
  const { payment_session_id: id, amount } = checkout
  const cart = await readCartOfSession(query, checkout)
  if (cart === null) return null
  if (cart.is_completed && !is_ordered) return []
  return cart.sessions.filter((session) => isClosable(session, { id, amount }, cart))
}
