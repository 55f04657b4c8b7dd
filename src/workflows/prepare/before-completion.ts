import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { problemOf } from "../../mapping/words/problem"
import { findOrdersOfCarts } from "../../medusa/read-order"
import { resolveDeps } from "../deps"
import { withCartLock } from "../locks"
import { findUnfinishedOrder, takeBackOrder } from "../repair/take-back-order"

/**
 * Before a storefront completes a cart that a payment of ours was started for: an order that Medusa has
 * begun and not finished is taken back, because the core would answer with it as if it were placed.
 *
 * @throws MedusaError (`conflict`, the storefront may try again) while another process completes the cart
 */
export async function beforeCompletion(container: MedusaContainer, cart_id: string): Promise<void> {
  const deps = resolveDeps(container)
  const [made] = await findOrdersOfCarts(deps.query, [cart_id])
  if (!made || !(await findUnfinishedOrder(deps, made))) return
  const [checkout] = await deps.ledger.listCheckouts({ cart_id }, { take: 1 })
  if (!checkout) return
  try {
    await withCartLock(deps, cart_id, () => takeBackOrder(deps, checkout, made))
  } catch (error) {
    const { is_passing, cause } = problemOf(error)
    if (!is_passing) throw error
    deps.logger.warn(
      `secuconnect: ${checkout.reference}: ${cart_id} is not completed now: ${cause}`,
    )
    throw new MedusaError(MedusaError.Types.CONFLICT, BUSY)
  }
}

/** The core's own words where two requests complete a cart. */
const BUSY = "Cart is already being completed by another request"
