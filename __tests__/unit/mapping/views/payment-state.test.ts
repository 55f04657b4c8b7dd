import { paymentState, type LedgerState } from "../../../../src/mapping/views/payment-state"

const row = (change: Partial<LedgerState>): LedgerState => ({
  creation: "open",
  status: "accepted",
  amount: 3190,
  effective_amount: null,
  orphan_resolution: null,
  ...change,
})

describe("where a payment stands, in one word", () => {
  it.each([
    ["secuconnect has refused it", { creation: "not_created" }, "not_started"],
    ["nobody knows whether it exists", { creation: "unclear" }, "unclear"],
    ["it is being made", { creation: "creating" }, "unclear"],
    ["nobody has looked yet", { status: null }, "open"],
    ["it can be paid", { status: "open" }, "open"],
    ["the transfer is to come", { status: "waiting" }, "waiting"],
    ["the amount is promised", { status: "authorized" }, "authorized"],
    ["it is paid", {}, "paid"],
    ["all of it is left", { effective_amount: 3190 }, "paid"],
    ["a part of it went back", { effective_amount: 1000 }, "partly_refunded"],
    ["nothing of it is left", { effective_amount: 0 }, "refunded"],
    ["it has failed", { status: "failed" }, "failed"],
    [
      "it is cancelled, whatever was left",
      { status: "cancelled", effective_amount: 0 },
      "cancelled",
    ],
    [
      "it had no order, and was decided to go back",
      { status: "cancelled", orphan_resolution: "refund" },
      "refunded",
    ],
    ["the status is new to us", { status: "unknown" }, "unknown"],
  ] as const)("%s", (_happens, change, expected) => {
    expect(paymentState(row(change))).toBe(expected)
  })
})
