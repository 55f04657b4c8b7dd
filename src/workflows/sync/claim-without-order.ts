import { problemOf, type Problem } from "../../mapping/words/problem"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { withCartLock } from "../locks"
import type { Deps } from "../deps"
import { isStillDecided } from "./still-decided"
import type { Task } from "./task"

/** What keeps `authorizePayment` from placing an order on it from now on. */
type Mark = Pick<Partial<CheckoutRow>, "expired_at" | "orphan_resolution">

/**
 * Before a payment without an order is given back or cancelled: looks once more under the cart's lock,
 * in which a storefront may just be placing the order, and marks the row there. Only then does `act`
 * call secuconnect, outside the lock, because a slow answer would keep the shopper from the cart.
 *
 * @returns why it did not work; null also when there is an order now, which the next step finds
 */
export async function claimWithoutOrder(
  deps: Deps,
  { task, mark }: { task: Task; mark: Mark },
  act: () => Promise<Problem | null>,
): Promise<Problem | null> {
  const { cart_id } = task.checkout
  if (!cart_id || task.medusa?.order) return await act()
  try {
    const isOurs = await withCartLock(deps, cart_id, () => claim(deps, task, mark))
    return isOurs ? await act() : null
  } catch (error) {
    return problemOf(error)
  }
}

async function claim(deps: Deps, task: Task, mark: Mark): Promise<boolean> {
  if (!(await isStillDecided(deps, task))) return false
  await deps.ledger.writeCheckout({ id: task.checkout.id, ...mark })
  return true
}
