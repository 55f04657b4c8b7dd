const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const STEPS = [
  { checks: 5, wait: 2 * MINUTE },
  { checks: 10, wait: 15 * MINUTE },
  { checks: 34, wait: HOUR },
]

/** Ages at which a paid checkout is checked once more: a push about a refund may have got lost. */
const AGES_IN_DAYS = [1, 3, 7, 14, 30, 60, 90]

/**
 * When the schedule checks next: minutes after the start, then hours, then daily.
 *
 * @param checks checks by the schedule so far
 */
export function nextCheck(checks: number, now: Date): Date {
  const step = STEPS.find((candidate) => checks < candidate.checks)
  return new Date(now.getTime() + (step?.wait ?? DAY))
}

/**
 * When the schedule next checks a payment that is booked: ever more rarely, then never. Pushes wake
 * it up at any time.
 *
 * @returns null when the payment is older than the last check
 */
export function nextCheckOfPaid(created_at: Date, now: Date): Date | null {
  const times = AGES_IN_DAYS.map((days) => new Date(created_at.getTime() + days * DAY))
  return times.find((time) => time > now) ?? null
}

/**
 * The same for an invoice that waits for its last shipment: every day for as long, because what Medusa does not
 * tell of that shipment is noticed by no webhook.
 */
export function nextCheckOfUnshipped(created_at: Date, now: Date): Date | null {
  const next = nextCheckOfPaid(created_at, now)
  const tomorrow = new Date(now.getTime() + DAY)
  return next && next > tomorrow ? tomorrow : next
}
