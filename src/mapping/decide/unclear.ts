const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Two statuses that are read one after the other can differ for a moment. */
const PATIENCE_MS = 10 * MINUTE

/** Whether statuses have not fitted together for so long that a person has to know. */
export function isUnclearForLong(unclear_since: Date | null, now: Date): boolean {
  return unclear_since !== null && now.getTime() - unclear_since.getTime() >= PATIENCE_MS
}

/**
 * When statuses that do not fit together are read again: every minute until a person is told, hourly
 * for a day, then daily.
 */
export function nextCheckOfUnclear(unclear_since: Date, now: Date): Date {
  const age = now.getTime() - unclear_since.getTime()
  if (age < PATIENCE_MS) return new Date(now.getTime() + MINUTE)
  return new Date(now.getTime() + (age < DAY ? HOUR : DAY))
}
