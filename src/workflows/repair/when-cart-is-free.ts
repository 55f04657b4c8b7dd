import { MedusaError } from "@medusajs/framework/utils"
import { problemOf } from "../../mapping/words/problem"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { withCartLock } from "../locks"

interface Wanted extends Pick<CheckoutRow, "reference"> {
  cart_id: string
}

/**
 * Under the cart's lock, for a storefront that waits for the answer.
 *
 * @throws MedusaError (`conflict`, the storefront may try again) while another process completes the cart
 */
export async function whenCartIsFree<Result>(
  deps: Deps,
  { cart_id, reference }: Wanted,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await withCartLock(deps, cart_id, work)
  } catch (error) {
    const { is_passing, cause } = problemOf(error)
    if (!is_passing) throw error
    deps.logger.warn(`secuconnect: ${reference}: ${cart_id} is not completed now: ${cause}`)
    throw new MedusaError(MedusaError.Types.CONFLICT, BUSY)
  }
}

/** The core's own words where two requests complete a cart. */
const BUSY = "Cart is already being completed by another request"
