import { causeOf } from "../../mapping/words/errors"
import { sendDeliveryReports } from "./send-delivery-reports"
import type { Deps } from "../deps"

/** As many checkouts as one run takes; what is left is due in the next one. */
const BATCH = 50
/** A run ends before the next one begins, also when secuconnect answers nothing. */
const RUN_MS = 40_000

/**
 * Repeats the reports that secuconnect has not taken yet and whose time has come. Never throws.
 *
 * @returns how many checkouts had one
 */
export async function sendDueDeliveryReports(deps: Deps): Promise<number> {
  const { ledger } = deps
  const { logger } = deps
  if (!(await ledger.getSettings()).reportDelivery) return 0
  const id = await ledger.findDueDeliveries(BATCH)
  if (id.length === 0) return 0
  const checkouts = await ledger.listCheckouts({ id })
  const end = Date.now() + RUN_MS
  for (const checkout of checkouts) {
    if (Date.now() > end) break
    try {
      await sendDeliveryReports(deps, checkout, "schedule")
    } catch (error) {
      logger.warn(
        `secuconnect: ${checkout.reference}: deliveries were not reported: ${causeOf(error)}`,
      )
    }
  }
  return checkouts.length
}
