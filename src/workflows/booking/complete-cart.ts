import type { Problem } from "../../mapping/words/problem"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { closeOtherSessions } from "./close-other-sessions"
import { firstProblem } from "./first-problem"
import { runCompletion } from "./run-completion"

/**
 * Places the order of a payment. The core authorizes the first session of the cart's collection, so
 * the others are closed first. It is never `processPaymentWorkflow`, which captures before it knows
 * of stock.
 *
 * @returns why there is no order
 */
export async function completeCart(
  deps: Deps,
  checkout: CheckoutRow,
  cart_id: string,
): Promise<Problem | null> {
  const problem = await closeOtherSessions(deps, checkout, { cart_id })
  if (problem !== null) return problem
  const { reference } = checkout
  return firstProblem(await runCompletion(deps, { cart_id, reference }))
}
