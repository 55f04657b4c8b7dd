import { isLost } from "../../../../src/mapping/status/lost"

type Seen = Parameters<typeof isLost>[0]

const paid: Seen = {
  ...{ status: "accepted", method: "creditcard", dispute: null, effective_amount: 3190 },
  unclear_since: null,
}
const over: Seen = { ...paid, status: "failed", effective_amount: null }
const debit: Seen = { ...paid, method: "debit", effective_amount: null }

it.each<[string, Seen, boolean]>([
  ["money that is in", paid, false],
  ["a debit that was returned", { ...debit, dispute: "issue" }, true],
  ["one that the bank keeps", { ...over, method: "debit", dispute: "lost" }, true],
  ["a card's chargeback that is lost", { ...over, dispute: "lost" }, true],
  ["one that was paid after all", { ...debit, dispute: "issue_resolved" }, false],
  ["a card's chargeback, which the shop may win", { ...paid, dispute: "issue" }, false],
  ["a payment that was denied", over, true],
  ["one whose transaction was cancelled", { ...over, status: "cancelled" }, true],
  ["one that was refunded", { ...over, status: "cancelled", effective_amount: 0 }, false],
  ["statuses that do not fit together", { ...over, unclear_since: new Date() }, false],
  ["a transfer that is waited for", { ...over, status: "waiting" }, false],
  ["what nobody knows", { ...over, status: "unknown" }, false],
])("captured money counts as none: %s", (_what, seen, expected) => {
  expect(isLost(seen)).toBe(expected)
})
