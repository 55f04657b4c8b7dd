import { Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { randomUUID } from "node:crypto"
import { findOrdersOfCarts } from "../../medusa/read-order"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { withCartLock } from "../locks"
import { findUnfinishedOrder, takeBackOrder } from "../repair/take-back-order"

/** For as often as the core breaks off what can be tried again at once. */
const MOST_TRIES = 3

interface Wanted extends Pick<CheckoutRow, "reference"> {
  cart_id: string
}

/** What a step of the core's has failed with. */
export interface FailedStep {
  action: string
  error: unknown
}

/**
 * Lets the core complete a cart.
 *
 * @returns what has failed; empty when the order is there
 * @throws what the core throws where it could not be taken back, or time and again
 */
export async function runCompletion(
  deps: Deps,
  cart: Wanted,
  tries_left = MOST_TRIES,
): Promise<FailedStep[]> {
  const transactionId = `secuconnect-${randomUUID()}`
  try {
    const { errors } = await completeCartWorkflow(deps.container).run({
      input: { id: cart.cart_id },
      throwOnError: false,
      context: { transactionId },
    })
    return errors
  } catch (error) {
    const is_undone = await takeBackBroken(deps, cart, transactionId)
    if (!is_undone || tries_left === 1) throw error
    return await runCompletion(deps, cart, tries_left - 1)
  }
}

/**
 * The core reports what fails, and throws only what it did not foresee: then nothing is undone, and the
 * cart would stay locked for two minutes by nobody.
 */
async function takeBackBroken(
  deps: Deps,
  { cart_id, reference }: Wanted,
  transactionId: string,
): Promise<boolean> {
  const [made] = await findOrdersOfCarts(deps.query, [cart_id])
  if (!made) return false
  const broken = await findUnfinishedOrder(deps, made)
  if (broken?.completion.transaction_id !== transactionId) return false
  await deps.container.resolve(Modules.LOCKING).release(cart_id)
  return await withCartLock(deps, cart_id, () => takeBackOrder(deps, { reference }, made))
}
