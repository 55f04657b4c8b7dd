import { nextReminder } from "../../../../src/mapping/decide/reminders"

const DAY_MS = 24 * 3_600_000
const START = new Date("2026-01-01T00:00:00Z")
const at = (days: number) => new Date(START.getTime() + days * DAY_MS)

describe("a customer who is waited for", () => {
  it.each<[string, number[], number | null, number | null]>([
    ["nobody wants to remind", [], null, null],
    ["one day, nothing was sent", [3], null, 3],
    ["one day, it was reached", [3], 3, null],
    ["one day, the merchant was faster", [3], 0.5, null],
    ["three days, nothing was sent", [3, 7, 14], null, 3],
    ["three days, the first was reached", [3, 7, 14], 3.001, 7],
    ["three days, the second was reached", [3, 7, 14], 7.001, 14],
    ["three days, the last was reached", [3, 7, 14], 14, null],
    ["the server was off until the tenth: one for both days that were missed", [3, 7, 14], 10, 14],
    ["the server was off until the sixth: one for the seventh, too", [3, 7, 14], 6, 14],
    ["the server was off all the time: one for all", [3, 7, 14], 40, null],
    ["the merchant was faster than the first", [3, 7, 14], 1, 7],
    ["the merchant has reminded a day after the first", [3, 7, 14], 4, 7],
    ["the merchant has reminded a day before the second", [3, 7, 14], 6, 14],
    ["a day was added after the last reminder", [3, 7, 14, 21], 14, 21],
    ["days were added before the last reminder", [1, 2, 3], 3, null],
  ])("%s", (...row) => {
    const [, days, reminded, next] = row
    const reminded_at = reminded === null ? null : at(reminded)
    const expected = next === null ? null : at(next)
    expect(nextReminder({ since: START, reminded_at, days })).toEqual(expected)
  })

  it("is not reminded when nobody is waited for", () => {
    expect(nextReminder({ since: null, reminded_at: null, days: [3] })).toBeNull()
  })
})
