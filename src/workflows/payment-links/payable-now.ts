import { isBeingChecked } from "../../mapping/page/being-checked"
import { checkoutsOfOpen } from "../booking/checkouts-of-open"
import type { OpenOrder } from "../booking/open-order"
import type { Deps } from "../deps"
import { obstacleToLink } from "./obstacle-to-link"

/**
 * Whether something is to be paid for an order, and nothing that was paid is still being checked. Of other
 * payments the ledger's last reading counts: a page that polls must stay cheap.
 */
export async function isPayableNow(deps: Deps, open: OpenOrder): Promise<boolean> {
  if (obstacleToLink(open) !== null) return false
  if (!(await deps.ledger.getSettings()).contractId) return false
  return !(await checkoutsOfOpen(deps, open)).some(isBeingChecked)
}
