import { nextCheck } from "../../mapping/decide/back-off"
import { causeOf } from "../../mapping/words/errors"
import { syncCheckout } from "./sync-checkout"
import type { Deps } from "../deps"

const BATCH = 20
const AT_ONCE = 4
/** The job runs every minute; what is left is due in its next run. */
const RUN_MS = 50_000

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
    await syncCheckout(deps, { checkout_id, source: "schedule" })
  } catch (error) {
    await postpone(deps, checkout_id, error)
  }
}

async function postpone(deps: Deps, id: string, error: unknown): Promise<void> {
  const { ledger } = deps
  const { logger } = deps
  const { reference, checks } = await ledger.retrieveCheckout(id)
  logger.warn(`secuconnect: ${reference}: the scheduled check failed: ${causeOf(error)}`)
  await ledger.updateCheckouts({
    id,
    checks: checks + 1,
    due_at: nextCheck(checks + 1, new Date()),
  })
}
