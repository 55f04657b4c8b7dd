import { isAlive, orderOf } from "./booked"
import { unless0, type Breach } from "./breach"
import type { AuditedCase, AuditedCheckout } from "./facts"

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

/** Whether what can change is looked at, and whoever has to know is told. */
export function tellingLaws(audited: AuditedCase): Breach[] {
  const now = audited.now.getTime()
  return audited.checkouts.flatMap((checkout) => [
    ...checkLaw(checkout, now),
    ...eventLaw(checkout, now),
    ...troubleLaw(checkout),
    ...(isWaitedFor(checkout, audited)
      ? [...transferLaw(checkout, now), ...reminderLaw(checkout, audited)]
      : []),
  ])
}

/** A promise is checked until it is kept, given up or cancelled. */
function checkLaw({ id, due_at, secuconnect }: AuditedCheckout, now: number): Breach[] {
  const { promised } = secuconnect
  const isLost = due_at === null && promised > 0
  const isLate = due_at !== null && due_at.getTime() < now - DAY_MS
  return isLost || isLate ? unless0("check_overdue", Math.max(promised, secuconnect.in), id) : []
}

function eventLaw({ id, events }: AuditedCheckout, now: number): Breach[] {
  const unsent = events.filter(({ sent_at, created_at }) => {
    return sent_at === null && created_at.getTime() < now - HOUR_MS
  })
  return unless0("event_not_sent", unsent.length, id)
}

const LASTING_MS = 10 * 60_000

/** What was tried and did not work is written down as such; whatever else it says a person has read. */
function troubleLaw({ id, troubles }: AuditedCheckout): Breach[] {
  const tried = troubles.filter(({ finding }) => finding.endsWith("_failed"))
  const told = troubles.filter((trouble) => !tried.includes(trouble))
  const soon = told.filter(({ created_at }) => {
    const since = created_at.getTime() - LASTING_MS
    return !tried.some((before) => before.created_at.getTime() <= since)
  })
  return unless0("told_too_soon", soon.length, id)
}

/** Of what a person knows, that person decides what the customer is told. */
function isWaitedFor(checkout: AuditedCheckout, { orders }: AuditedCase): boolean {
  const { attention, instructions, secuconnect } = checkout
  const isWanted = attention === null && isAlive(orderOf(checkout, orders))
  return isWanted && instructions !== null && secuconnect.awaited > 0
}

/** The mail with the account follows from the event. */
function transferLaw(
  { id, events, waiting_since, secuconnect }: AuditedCheckout,
  now: number,
): Breach[] {
  const isTold = events.some(({ event_name }) => event_name === "secuconnect.payment_waiting")
  const isLate = waiting_since !== null && waiting_since.getTime() < now - HOUR_MS
  return isTold || !isLate ? [] : unless0("transfer_not_told", secuconnect.awaited, id)
}

function reminderLaw(
  { id, waiting_since, reminded_at, created_at, secuconnect }: AuditedCheckout,
  { settings: { prepaymentReminderDays: days }, now, checkouts }: AuditedCase,
): Breach[] {
  // Of several transfers for one order the customer is reminded of the newest.
  const isReplaced = checkouts.some((other) => {
    return other.secuconnect.awaited > 0 && other.created_at > created_at
  })
  if (isReplaced) return []
  if (days === undefined || waiting_since === null) return []
  const since = waiting_since.getTime()
  const late = days.filter((day) => since < now.getTime() - (day + 1) * DAY_MS)
  const isSent = late.length === 0 || (reminded_at && isFor(late, reminded_at.getTime() - since))
  return isSent ? [] : unless0("reminder_not_sent", secuconnect.awaited, id)
}

/** Whether a reminder was sent for the last of these days: nearer to it than to the one before. */
function isFor(days: readonly number[], sent: number): boolean {
  const [last = 0, before] = days.toReversed()
  return before === undefined || sent > ((before + last) / 2) * DAY_MS
}
