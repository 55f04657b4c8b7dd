import { reasonOf, type ReasonFacts } from "../../../../src/mapping/page/reason"

const NOTHING: ReasonFacts = { is_partly_paid: false, last_change: null, payments: [] }
const failed = { status: "failed", was_expired: false }
const expired = { status: "cancelled", was_expired: true }
const open = { status: "open", was_expired: false }

it.each([
  ["nobody has paid: the whole order", {}, "whole"],
  ["somebody has begun to pay: the whole order", { payments: [open] }, "whole"],
  ["a payment failed", { payments: [open, failed] }, "failed"],
  ["a transfer expired", { payments: [expired] }, "expired"],
  ["the newest that ended tells", { payments: [failed, expired] }, "failed"],
  ["paid, then edited", { is_partly_paid: true, last_change: "edit" }, "edit"],
  ["paid, then exchanged", { is_partly_paid: true, last_change: "exchange" }, "exchange"],
  ["paid, then a claim", { is_partly_paid: true, last_change: "claim" }, "claim"],
  ["paid in part", { is_partly_paid: true }, "rest"],
  ["paid in part, changed otherwise", { is_partly_paid: true, last_change: "transfer" }, "rest"],
  ["edited before anybody paid: the whole order", { last_change: "edit" }, "whole"],
] satisfies [string, Partial<ReasonFacts>, string][])("%s", (_what, facts, reason) => {
  expect(reasonOf({ ...NOTHING, ...facts })).toBe(reason)
})
