import type { MedusaContainer } from "@medusajs/framework/types"
import { deadlinesOf } from "../../mapping/decide/deadlines"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { recordReminder } from "../events/record-standing-events"
import type { Result } from "../events/result"

type Waiting = Pick<CheckoutRow, "waiting_since" | "reminded_at">

/** Since when the order waits for its transfer; reminds of it when the time has come, once. */
export async function waitingOf(container: MedusaContainer, result: Result): Promise<Waiting> {
  const { checkout, after, settings } = result
  const waits = checkout.status === "waiting" && after?.order?.canceled === false
  if (!waits) return { waiting_since: checkout.waiting_since, reminded_at: checkout.reminded_at }
  const now = new Date()
  const waiting_since = checkout.waiting_since ?? now
  const { remind_at } = deadlinesOf({ ...checkout, waiting_since }, settings)
  if (remind_at === null || remind_at > now) {
    return { waiting_since, reminded_at: checkout.reminded_at }
  }
  await recordReminder(container, checkout, { source: result.source })
  return { waiting_since, reminded_at: now }
}
