import type { CheckoutStatus } from "../status/status"
import { nextReminder } from "./reminders"

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Settings: how long the shop waits. */
export interface TimeLimits {
  abandonAfterHours: number
  /** Ascending. */
  prepaymentReminderDays?: readonly number[] | undefined
  prepaymentExpiryDays?: number | undefined
}

/** What the deadlines of one checkout depend on. */
export interface Waiting {
  status: CheckoutStatus | null
  method: string | null
  created_at: Date
  /** Since when an order waits for the transfer. */
  waiting_since: Date | null
  /** When the customer was last reminded of it. */
  reminded_at: Date | null
  order_id: string | null
  attention: string | null
  /** Since when the statuses do not fit together. */
  unclear_since: Date | null
}

/** When the shop acts on a payment that does not come; null where that does not apply. */
export interface Deadlines {
  abandoned_at: Date | null
  remind_at: Date | null
  expires_at: Date | null
  /** A promise on which no order could be placed: after this none is placed, and it is cancelled. */
  given_up_at: Date | null
}

/**
 * Only a prepayment has a reminder and an expiry: a slow risk check or capture is not the customer's
 * fault, nor are statuses that do not fit together, where the money may be there.
 */
export function deadlinesOf(checkout: Waiting, limits: TimeLimits): Deadlines {
  const { status, method, created_at, waiting_since, reminded_at, unclear_since } = checkout
  const isTransfer = status === "waiting" && method === "prepaid" && unclear_since === null
  const since = isTransfer ? waiting_since : null
  const over = after(created_at, limits.abandonAfterHours * HOUR)
  return {
    abandoned_at: status === "open" ? over : null,
    given_up_at: isPromiseWithoutOrder(checkout) ? over : null,
    remind_at: nextReminder({ since, reminded_at, days: limits.prepaymentReminderDays ?? [] }),
    expires_at: afterDays(since, limits.prepaymentExpiryDays),
  }
}

/** The next deadline that is still to come. */
export function nextDeadline(deadlines: Deadlines, now: Date): Date | null {
  const { abandoned_at, remind_at, expires_at, given_up_at } = deadlines
  const [next] = [abandoned_at, remind_at, expires_at, given_up_at]
    .filter((time) => time !== null)
    .filter((time) => time > now)
    .sort((one, other) => one.getTime() - other.getTime())
  return next ?? null
}

/** Authorized or waiting, and a person was told that there is no order. */
function isPromiseWithoutOrder({ status, order_id, attention }: Waiting): boolean {
  const isPromise = status === "waiting" || status === "authorized"
  return isPromise && !order_id && (attention === "orphaned" || attention === "mismatch")
}

function afterDays(since: Date | null, days: number | undefined): Date | null {
  return since && days ? after(since, days * DAY) : null
}

function after(since: Date, milliseconds: number): Date {
  return new Date(since.getTime() + milliseconds)
}
