import {
  nextCheck,
  nextCheckOfPaid,
  nextCheckOfUnshipped,
} from "../../../../src/mapping/decide/back-off"

const NOW = new Date("2026-11-23T09:00:00Z")
const MINUTES = 60_000

const waits = (count: number) =>
  Array.from(
    { length: count },
    (_, checks) => (nextCheck(checks, NOW).getTime() - NOW.getTime()) / MINUTES,
  )

describe("when the clock looks next", () => {
  it.each([
    [0, 2],
    [4, 2],
    [5, 15],
    [9, 15],
    [10, 60],
    [33, 60],
    [34, 24 * 60],
    [1_000, 24 * 60],
  ])("after %i looks: in %i minutes", (checks, minutes) => {
    expect(waits(checks + 1).at(-1)).toBe(minutes)
  })

  it("waits never shorter than before", () => {
    const all = waits(60)
    expect(all).toEqual(all.toSorted((a, b) => a - b))
  })

  it("looks often on the first day, and not more than daily after the second", () => {
    const minutesUntil = (checks: number) => waits(checks).reduce((sum, wait) => sum + wait, 0)
    expect(minutesUntil(10)).toBeLessThan(2 * 60)
    expect(minutesUntil(34)).toBeGreaterThan(24 * 60)
    expect(minutesUntil(34)).toBeLessThan(48 * 60)
  })

  it("leaves the given time alone", () => {
    const now = new Date(NOW)
    nextCheck(3, now)
    expect(now).toEqual(NOW)
  })
})

describe("when the clock looks next at what is paid, by its age in days", () => {
  const DAY = 24 * 60 * MINUTES
  const ageAt = (next: Date | null) => next && (next.getTime() - NOW.getTime()) / DAY
  const after = (days: number) => new Date(NOW.getTime() + days * DAY)

  it.each([
    [0, 1, 1],
    [1, 3, 2],
    [14, 30, 15],
    [29.5, 30, 30],
    [60, 90, 61],
    [90, null, null],
  ])("%d: at %d; an invoice that waits for its shipment at %d", (days, paid, unshipped) => {
    expect(ageAt(nextCheckOfPaid(NOW, after(days)))).toBe(paid)
    expect(ageAt(nextCheckOfUnshipped(NOW, after(days)))).toBe(unshipped)
  })
})
