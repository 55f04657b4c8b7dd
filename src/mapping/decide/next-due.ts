import type { Settlement } from "./attention"
import { nextLook, nextLookAtPaid } from "./back-off"
import { deadlinesOf, nextDeadline, type Patience, type Waiting } from "./deadlines"
import type { Attention, Decision } from "./decision"

const SOON_MS = 60_000

/** Something is under way, or what it led to is still to be told. */
const SOON: ReadonlySet<Decision["act"]> = new Set<Decision["act"]>([
  "wait",
  "cancel_transaction",
  "expire_transfer",
  "refund_orphan",
])

/** What can still change by itself, or needs another try. */
const UNSETTLED: ReadonlySet<Attention | null> = new Set<Attention>([
  "paid_without_order",
  "not_booked",
  "refund_not_booked",
])

export interface DueInput {
  checkout: Waiting
  /** Looks by the clock so far, this one included. */
  looks: number
  settlement: Settlement
  /** What needs a person after this sync. */
  attention: Attention | null
  patience: Patience
  now: Date
}

/**
 * When the clock looks next: by the back-off, no later than the next deadline; ever more rarely at
 * what is paid; never when nothing can change by itself any more. Pushes wake a checkout up.
 */
export function nextDue({ checkout, looks, patience, now, ...found }: DueInput): Date | null {
  const { settlement, attention } = found
  if (isSoon(settlement)) return new Date(now.getTime() + SOON_MS)
  const settled = settlement.problem === null && !UNSETTLED.has(attention)
  if (settled && (isOver(settlement) || isDecided(settlement))) return null
  if (settled && isPaid(settlement)) return nextLookAtPaid(checkout.created_at, now)
  return earlier(nextLook(looks, now), nextDeadline(deadlinesOf(checkout, patience), now))
}

/** What secuconnect refuses is tried again ever more rarely. */
function isSoon({ decision, problem }: Settlement): boolean {
  return SOON.has(decision.act) && problem === null
}

function earlier(look: Date, deadline: Date | null): Date {
  return deadline && deadline < look ? deadline : look
}

function isOver({ truth }: Settlement): boolean {
  return truth === "failed" || truth === "cancelled"
}

/** Money without an order that was given back, or that a person keeps. */
function isDecided({ truth, decision, after }: Settlement): boolean {
  return truth === "accepted" && decision.act === "nothing" && after?.payment?.captured !== true
}

function isPaid({ truth, after }: Settlement): boolean {
  return truth === "accepted" && after?.payment?.captured === true
}
