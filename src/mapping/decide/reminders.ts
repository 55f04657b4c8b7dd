const DAY_MS = 24 * 3_600_000

/** What the reminders of one payment depend on. */
export interface Reminded {
  /** Since when the customer is waited for; null: they are not. */
  since: Date | null
  /** When they were last reminded, by whomever. */
  reminded_at: Date | null
  /** Days after which they are to be reminded, ascending. */
  days: readonly number[]
}

/**
 * When the customer is reminded next; in the past where it should have happened already. A reminder that
 * was sent stands for the day that it was nearest to, and for all before: neither a server that was off
 * nor a merchant who reminds by hand makes two follow each other. Pure.
 *
 * @returns null when all is done, or nobody is waited for
 */
export function nextReminder({ since, reminded_at, days }: Reminded): Date | null {
  if (!since) return null
  const start = since.getTime()
  const last = reminded_at && (reminded_at.getTime() - start) / DAY_MS
  const next = reminderPlan(days).find(
    ({ unless_since }) => last === null || (unless_since !== null && last <= unless_since),
  )
  return next === undefined ? null : new Date(start + next.day * DAY_MS)
}

/** A day on which a customer is to be reminded. */
export interface PlannedReminder {
  day: number
  /** One that was sent later than so many days stands for it; null: any that was sent. */
  unless_since: number | null
}

/** @param days ascending */
export function reminderPlan(days: readonly number[]): PlannedReminder[] {
  return days.map((day, nth) => {
    const before = days[nth - 1]
    return { day, unless_since: before === undefined ? null : (before + day) / 2 }
  })
}
