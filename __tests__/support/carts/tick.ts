import { setTimeout as sleep } from "node:timers/promises"

import type { Shop } from "../shop"
import { runWorkflow } from "./admin"

const MINUTE_MS = 60_000
/** Around the full minute, at which the store's own clock ticks. */
const BEFORE_MS = 3_000
const AFTER_MS = 2_000

/**
 * One tick of a clock that stands: everything that is due is looked at, and it stands again. The store's
 * own clock does not tick meanwhile: what that has taken for itself may still be under way afterwards.
 */
export async function tick(shop: Shop): Promise<void> {
  await leaveFullMinute()
  await shop.clock.run()
  await runWorkflow(shop, "secuconnect-run-schedule")
  await shop.clock.stop()
}

async function leaveFullMinute(): Promise<void> {
  const past = (Date.now() + BEFORE_MS) % MINUTE_MS
  if (past < BEFORE_MS + AFTER_MS) await sleep(BEFORE_MS + AFTER_MS - past)
}
