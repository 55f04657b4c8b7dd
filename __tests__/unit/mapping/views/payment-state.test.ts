import { paymentState, type LedgerState } from "../../../../src/mapping/views/payment-state"

const row = (change: Partial<LedgerState>): LedgerState => ({
  state: "open",
  truth: "accepted",
  amount: 3190,
  effective_amount: null,
  orphan_resolution: null,
  ...change,
})

describe("where a payment stands, in one word", () => {
  it.each([
    ["secuconnect has refused it", { state: "not_created" }, "not_started"],
    ["nobody knows whether it exists", { state: "unclear" }, "unclear"],
    ["it is being made", { state: "creating" }, "unclear"],
    ["nobody has looked yet", { truth: null }, "open"],
    ["it can be paid", { truth: "open" }, "open"],
    ["the transfer is to come", { truth: "waiting" }, "waiting"],
    ["the amount is promised", { truth: "authorized" }, "authorized"],
    ["it is paid", {}, "paid"],
    ["all of it is left", { effective_amount: 3190 }, "paid"],
    ["a part of it went back", { effective_amount: 1000 }, "partly_refunded"],
    ["nothing of it is left", { effective_amount: 0 }, "refunded"],
    ["it has failed", { truth: "failed" }, "failed"],
    [
      "it is cancelled, whatever was left",
      { truth: "cancelled", effective_amount: 0 },
      "cancelled",
    ],
    [
      "it had no order, and was decided to go back",
      { truth: "cancelled", orphan_resolution: "refund" },
      "refunded",
    ],
    ["the status is new to us", { truth: "unknown" }, "unknown"],
  ] as const)("%s", (_happens, change, expected) => {
    expect(paymentState(row(change))).toBe(expected)
  })
})
