import pLimit from "p-limit"
import type { EventSource } from "../../modules/secuconnect/types"

/** Too many syncs wait already in this process; the schedule does this one. */
class SyncBusyError extends Error {
  override name = "SyncBusyError"
}

/** Behind these somebody sits and waits. */
const PEOPLE: ReadonlySet<EventSource> = new Set(["return", "poll", "admin"])

/**
 * How many syncs run at once in this process: after an outage hundreds of pushes arrive together, and
 * every completion keeps the database and the core's locks busy that other shoppers need too. Those
 * behind which a person waits have places of their own.
 */
const people = pLimit(6)
const others = pLimit(3)

/** As many as are done before secuconnect gives a push up after 30 s. */
const MOST_WAITING = 15

/**
 * Runs a sync as soon as a place is free. Take the checkout's lock before: pushes of one payment that
 * wait for each other would else take all places.
 *
 * @throws SyncBusyError at once when so many wait already that this one would hardly get its turn
 */
export async function withSyncSlot<Result>(
  source: EventSource,
  work: () => Promise<Result>,
): Promise<Result> {
  if (PEOPLE.has(source)) return await people(work)
  if (others.pendingCount >= MOST_WAITING && source !== "schedule") throw new SyncBusyError()
  return await others(work)
}
