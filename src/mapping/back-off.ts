const MINUTE = 60_000
const HOUR = 60 * MINUTE

const STEPS = [
  { looks: 5, wait: 2 * MINUTE },
  { looks: 10, wait: 15 * MINUTE },
  { looks: 34, wait: HOUR },
]
const AT_LAST = 24 * HOUR

/**
 * When the clock looks next: minutes after the start, then hours, then daily.
 *
 * @param looks looks by the clock so far
 */
export function nextLook(looks: number, now: Date): Date {
  const step = STEPS.find((candidate) => looks < candidate.looks)
  return new Date(now.getTime() + (step?.wait ?? AT_LAST))
}
