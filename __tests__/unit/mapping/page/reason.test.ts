import { linkReasonOf, reasonOf, type ReasonFacts } from "../../../../src/mapping/page/reason"

const NOTHING: ReasonFacts = { is_partly_paid: false, last_change: null, payments: [] }
const open = { status: "open", was_transfer: false, was_returned: false, was_lost: false }
const failed = { ...open, status: "failed" }
const expired = { ...open, status: "cancelled", was_transfer: true }
const returned = { ...open, status: "accepted", was_returned: true }
const lost = { ...failed, was_lost: true }
const RETURNED_AND_EDITED = {
  ...{ is_partly_paid: true, last_change: "edit", payments: [open, returned] },
}

it.each([
  ["nobody has paid: the whole order", {}, "whole"],
  ["somebody has begun to pay: the whole order", { payments: [open] }, "whole"],
  ["a payment failed", { payments: [open, failed] }, "failed"],
  ["a transfer expired", { payments: [expired] }, "expired"],
  ["the newest that ended tells", { payments: [failed, expired] }, "failed"],
  ["paid, then edited", { is_partly_paid: true, last_change: "edit" }, "edit"],
  ["paid, then exchanged", { is_partly_paid: true, last_change: "exchange" }, "exchange"],
  ["paid, then a claim", { is_partly_paid: true, last_change: "claim" }, "claim"],
  ["a returned debit", { is_partly_paid: true, payments: [returned] }, "returned"],
  ["a returned debit of an order that was edited", RETURNED_AND_EDITED, "returned"],
  ["paid, and denied since", { is_partly_paid: true, payments: [lost] }, "failed"],
  ["paid in part", { is_partly_paid: true }, "rest"],
  ["paid in part, changed otherwise", { is_partly_paid: true, last_change: "transfer" }, "rest"],
  ["edited before anybody paid: the whole order", { last_change: "edit" }, "whole"],
] satisfies [string, Partial<ReasonFacts>, string][])("%s", (_what, facts, reason) => {
  expect(reasonOf({ ...NOTHING, ...facts })).toBe(reason)
})

it("a mail with the link says the same as the page", () => {
  const facts = { ...NOTHING, is_partly_paid: true, last_change: "exchange" }
  expect(linkReasonOf(facts)).toBe("exchange")
  expect(linkReasonOf({ ...NOTHING, payments: [expired] })).toBe("transfer_expired")
  expect(linkReasonOf({ ...NOTHING, payments: [failed] })).toBe("payment_failed")
  expect(linkReasonOf({ ...NOTHING, payments: [returned] })).toBe("debit_returned")
  expect(linkReasonOf(NOTHING)).toBe("order")
})
