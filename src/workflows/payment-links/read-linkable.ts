import { MedusaError } from "@medusajs/framework/utils"
import { notAllowed } from "../../mapping/words/errors"
import { MISSING_CONTRACT } from "../../mapping/words/messages"
import { readOpenOrder, type OpenOrder } from "../booking/open-order"
import type { Deps } from "../deps"
import { obstacleToLink } from "./obstacle-to-link"

/**
 * An order for which a link can be made.
 *
 * @throws MedusaError (`not_allowed`) that says why none can be, `not_found` without the order
 */
export async function readLinkable(deps: Deps, order_id: string): Promise<OpenOrder> {
  const { contractId } = await deps.ledger.getSettings()
  if (!contractId) throw notAllowed(MISSING_CONTRACT, "secuconnect_not_configured")
  const found = await readOpenOrder(deps, order_id)
  if (!found) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order.")
  const obstacle = obstacleToLink(found)
  if (obstacle) throw notAllowed(obstacle, "secuconnect_nothing_to_pay")
  return found
}
