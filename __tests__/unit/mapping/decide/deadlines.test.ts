import { nextCheckOfPaid } from "../../../../src/mapping/decide/back-off"
import {
  deadlinesOf,
  nextDeadline,
  type TimeLimits,
  type Waiting,
} from "../../../../src/mapping/decide/deadlines"
import { nextDue } from "../../../../src/mapping/decide/next-due"
import { lastingProblem } from "../../../../src/mapping/words/problem"
import type { StepResult } from "../../../../src/mapping/decide/attention"
import { aPaidOrder, aWaitingOrder } from "../support/worlds"

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = new Date("2026-01-01T00:00:00Z")
const at = (days: number) => new Date(START.getTime() + days * DAY)

const limits: TimeLimits = {
  abandonAfterHours: 24,
  prepaymentReminderDays: [3],
  prepaymentExpiryDays: 7,
}

const checkout = (fields: Partial<Waiting> = {}): Waiting => ({
  status: "waiting",
  method: "prepaid",
  created_at: START,
  waiting_since: START,
  reminded_at: null,
  order_id: "order_1",
  attention: null,
  unclear_since: null,
  ...fields,
})

const NEVER = { abandoned_at: null, remind_at: null, expires_at: null, given_up_at: null }

describe("when a shop loses its patience", () => {
  it.each<[string, Partial<Waiting>, TimeLimits, object]>([
    ["a transfer that waits", {}, limits, { ...NEVER, remind_at: at(3), expires_at: at(7) }],
    ["one that was reminded of", { reminded_at: at(3) }, limits, { ...NEVER, expires_at: at(7) }],
    [
      "one that was reminded of, and is to be once more",
      { reminded_at: at(3) },
      { ...limits, prepaymentReminderDays: [3, 5] },
      { ...NEVER, remind_at: at(5), expires_at: at(7) },
    ],
    ["one that nobody waits for yet", { waiting_since: null }, limits, NEVER],
    ["one whose statuses do not fit together", { unclear_since: at(1) }, limits, NEVER],
    ["a risk check: not the buyer's fault", { method: "debit" }, limits, NEVER],
    ["a shop that waits for ever", {}, { abandonAfterHours: 24 }, NEVER],
    ["an open page", { status: "open" }, limits, { ...NEVER, abandoned_at: at(1) }],
    ["a paid payment", { status: "accepted" }, limits, NEVER],
  ])("%s", (...row) => {
    const [, fields, given, expected] = row
    expect(deadlinesOf(checkout(fields), given)).toEqual(expected)
  })

  it.each([
    [0, 3],
    [3, 7],
    [7, null],
  ])("the next deadline after %s days is at %s", (now, next) => {
    const found = nextDeadline(deadlinesOf(checkout(), limits), at(now))
    expect(found).toEqual(next === null ? null : at(next))
  })
})

describe("what is paid is looked at ever more rarely, and then no more", () => {
  it.each([
    [0, 1],
    [1, 3],
    [2.5, 3],
    [20, 30],
    [89, 90],
    [90, null],
    [400, null],
  ])("after %s days: at %s days", (now, next) => {
    expect(nextCheckOfPaid(START, at(now))).toEqual(next === null ? null : at(next))
  })
})

const result = (fields: Partial<StepResult> = {}): StepResult => ({
  status: "waiting",
  attention: null,
  decision: { act: "nothing" },
  problem: null,
  fails_on: false,
  after: aWaitingOrder(),
  ...fields,
})

const due = (fields: Partial<StepResult>, more: { checks?: number; now?: Date } = {}) => {
  const found = result(fields)
  const { attention } = found
  const { now = START, checks = 100 } = more
  const row = { ...checkout({ status: found.status }), payments: null }
  const given = { checkout: row, checks, limits, now }
  return nextDue({ ...given, result: found, attention })
}

describe("when the clock looks next", () => {
  it("by the back-off", () => {
    expect(due({}, { checks: 0 })).toEqual(new Date(START.getTime() + 2 * 60_000))
  })
  it("no later than the next deadline", () => {
    expect(due({}, { now: at(2.9) })).toEqual(at(3))
  })
  it("no earlier than the next reminder, however often one was sent", () => {
    const days = { abandonAfterHours: 24, prepaymentReminderDays: [3, 7, 14] }
    const waits = (reminded: number) => checkout({ reminded_at: at(reminded) })
    const next = (reminded: number, now: number) =>
      nextDeadline(deadlinesOf(waits(reminded), days), at(now))
    expect([next(3, 3), next(7, 7), next(14, 14)]).toEqual([at(7), at(14), null])
  })
  it("soon, while something is under way or has just been cancelled", () => {
    const soon = new Date(START.getTime() + 60_000)
    expect(due({ decision: { act: "wait" } })).toEqual(soon)
    expect(due({ status: "cancelled", decision: { act: "cancel_transaction" } })).toEqual(soon)
  })
  it("soon, after a refund or a cancellation, and ever more rarely when secuconnect refuses it", () => {
    const refund = { status: "accepted", decision: { act: "refund_unwanted" } } as const
    expect(due(refund)).toEqual(new Date(START.getTime() + 60_000))
    const refused = {
      ...refund,
      attention: "orphaned",
      problem: lastingProblem("refused"),
    } as const
    expect(due(refused)).toEqual(at(1))
    const kept = {
      decision: { act: "cancel_transaction" },
      problem: lastingProblem("refused"),
    } as const
    expect(due(kept, { checks: 10 })).toEqual(new Date(START.getTime() + 60 * 60_000))
  })
  it("again, when something did not work", () => {
    expect(due({ status: "failed", problem: lastingProblem("away") })).toEqual(at(1))
  })
  it("again, while money has no order", () => {
    const attention = "orphaned"
    const decision = { act: "report", attention } as const
    expect(due({ status: "accepted", attention, decision, after: null })).toEqual(at(1))
  })
  it.each<[string, Partial<StepResult>]>([
    ["what has failed", { status: "failed" }],
    ["what was cancelled", { status: "cancelled" }],
    ["money without an order that a person keeps", { status: "accepted", after: null }],
  ])("never, at %s", (_what, fields) => {
    expect(due(fields)).toBeNull()
  })
  it("a day later, at what is paid", () => {
    expect(due({ status: "accepted", after: aPaidOrder() })).toEqual(at(1))
  })
})
