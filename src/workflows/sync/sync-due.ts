import { nextCheck } from "../../mapping/decide/back-off"
import { causeOf } from "../../mapping/words/errors"
import { planMissedReports } from "../delivery/plan-missed-reports"
import { syncCheckout, SyncDeadlineError } from "./sync-checkout"
import type { Deps } from "../deps"

const BATCH = 20
const AT_ONCE = 4
/** The job runs every minute; what is left is due in its next run. */
const RUN_MS = 50_000
const SOON_MS = 60_000

/**
 * Syncs every checkout that is due, a few at a time, until none is left or the time is over. Several
 * servers share the work: what one has taken the others do not see.
 *
 * @returns how many were taken
 */
export async function syncDue(deps: Deps): Promise<number> {
  const { ledger } = deps
  const end = Date.now() + RUN_MS
  let looked = 0
  while (Date.now() < end) {
    const ids = await ledger.claimDue(BATCH)
    if (ids.length === 0) break
    looked += ids.length
    await drain(ids, (id) => syncOne(deps, id))
  }
  return looked
}

/** Takes from one list by several hands. */
async function drain(ids: string[], work: (id: string) => Promise<void>): Promise<void> {
  const left = [...ids]
  const hand = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) await work(id)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hand))
}

async function syncOne(deps: Deps, checkout_id: string): Promise<void> {
  try {
    const checkout = await syncCheckout(deps, { checkout_id, source: "schedule" })
    await planMissedReports(deps, checkout)
  } catch (error) {
    await postpone(deps, checkout_id, error)
  }
}

/** A check for which this process had no time is no check. */
async function postpone(deps: Deps, id: string, error: unknown): Promise<void> {
  const { ledger } = deps
  const { logger } = deps
  const { reference, checks: before } = await ledger.retrieveCheckout(id)
  logger.warn(`secuconnect: ${reference}: the scheduled check failed: ${causeOf(error)}`)
  const wasMade = !(error instanceof SyncDeadlineError)
  const checks = wasMade ? before + 1 : before
  const now = await ledger.now()
  const due_at = wasMade ? nextCheck(checks, now) : new Date(now.getTime() + SOON_MS)
  await ledger.writeCheckout({ id, checks, due_at })
}
