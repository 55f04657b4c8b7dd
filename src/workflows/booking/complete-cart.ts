import { Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { randomUUID } from "node:crypto"
import type { Problem } from "../../mapping/words/problem"
import { findOrdersOfCarts } from "../../medusa/read-order"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { withCartLock } from "../locks"
import { findUnfinishedOrder, takeBackOrder } from "../repair/take-back-order"
import { closeOtherSessions } from "./close-other-sessions"
import { firstProblem } from "./first-problem"

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
  return await complete(deps, checkout, { cart_id, tries_left: MOST_TRIES })
}

/** For as often as the core breaks off what can be tried again at once. */
const MOST_TRIES = 3

async function complete(
  deps: Deps,
  checkout: CheckoutRow,
  { cart_id, tries_left }: { cart_id: string; tries_left: number },
): Promise<Problem | null> {
  const transactionId = `secuconnect-${randomUUID()}`
  try {
    const { errors } = await completeCartWorkflow(deps.container).run({
      input: { id: cart_id },
      throwOnError: false,
      context: { transactionId },
    })
    return firstProblem(errors)
  } catch (error) {
    const is_undone = await takeBackBroken(deps, checkout, { cart_id, transactionId })
    if (!is_undone || tries_left === 1) throw error
    return await complete(deps, checkout, { cart_id, tries_left: tries_left - 1 })
  }
}

/**
 * The core reports what fails, and throws only what it did not foresee: then nothing is undone, and the
 * cart would stay locked for two minutes by nobody.
 */
async function takeBackBroken(
  deps: Deps,
  checkout: CheckoutRow,
  { cart_id, transactionId }: { cart_id: string; transactionId: string },
): Promise<boolean> {
  const [made] = await findOrdersOfCarts(deps.query, [cart_id])
  if (!made) return false
  const broken = await findUnfinishedOrder(deps, made)
  if (broken?.completion.transaction_id !== transactionId) return false
  await deps.container.resolve(Modules.LOCKING).release(cart_id)
  return await withCartLock(deps, cart_id, () => takeBackOrder(deps, checkout, made))
}
