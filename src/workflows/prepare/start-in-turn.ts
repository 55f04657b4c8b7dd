import type { MedusaContainer } from "@medusajs/framework/types"
import { resolveDeps } from "../deps"
import { withStartLock } from "../locks"

/** Seconds: by then a start that holds the others up has ended. */
const BUSY_S = 10

/**
 * Starts payments of one payment collection one after the other. At once, Medusa would leave a session of
 * each that can be paid, and take back others whose page is there already.
 *
 * @param start ends when the session is there; gives whether a payment was tried: what was refused before
 *   does not count
 * @returns null, or in how many seconds a payment may be started: there were too many lately, or another
 *   one takes too long
 */
export async function startInTurn(
  container: MedusaContainer,
  payment_collection_id: string,
  start: () => Promise<boolean>,
): Promise<number | null> {
  const deps = resolveDeps(container)
  const wait_s = await deps.ledger.turns.toStart(payment_collection_id)
  if (wait_s !== null) return wait_s
  const begun: true[] = []
  const work = async () => {
    begun.push(true)
    if (!(await start())) await deps.ledger.turns.giveBackStart(payment_collection_id)
  }
  try {
    await withStartLock(deps, payment_collection_id, work)
    return null
  } catch (error) {
    if (begun.length > 0) throw error
    return BUSY_S
  }
}
