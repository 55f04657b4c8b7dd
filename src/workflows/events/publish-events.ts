import { Modules } from "@medusajs/framework/utils"
import { causeOf } from "../../mapping/words/errors"
import type { Deps } from "../deps"

/** Those of one checkout, or all that were written before a time. */
export type Unsent = { checkout_id: string } | { before: Date }

const BATCH = 100

/**
 * Hands events that are written down to Medusa's event bus. At least once: an event whose mark got
 * lost is sent again, with the same `event_id`. Never throws: the schedule tries again.
 *
 * @returns how many were sent
 */
export async function publishEvents(deps: Deps, which: Unsent): Promise<number> {
  const { ledger, logger } = deps
  const bus = deps.container.resolve(Modules.EVENT_BUS)
  const filter =
    "checkout_id" in which
      ? { checkout_id: which.checkout_id }
      : { created_at: { $lte: which.before } }
  try {
    const unsent = await ledger.listCheckoutEvents(
      { ...filter, event_name: { $ne: null }, sent_at: null },
      { order: { created_at: "ASC" }, take: BATCH },
    )
    for (const { id, event_name, payload } of unsent) {
      await bus.emit({ name: event_name ?? "", data: { event_id: id, ...payload } })
      await ledger.updateCheckoutEvents({ id, sent_at: await ledger.now() })
    }
    return unsent.length
  } catch (error) {
    logger.warn(
      `secuconnect: events were not published, the schedule tries again: ${causeOf(error)}`,
    )
    return 0
  }
}
