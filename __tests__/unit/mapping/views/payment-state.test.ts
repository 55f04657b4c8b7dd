import { paymentState, type LedgerState } from "../../../../src/mapping/views/payment-state"

const row = (change: Partial<LedgerState>): LedgerState => ({
  creation: "open",
  status: "accepted",
  status_detail: null,
  attention: null,
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
    [
      "a part of it went back",
      { effective_amount: 1000, status_detail: "refunded" },
      "partly_refunded",
    ],
    ["the amount was reduced, and nothing went back", { effective_amount: 1000 }, "paid"],
    ["secupay has accepted the invoice", { status_detail: "invoice_open" }, "accepted"],
    [
      "the invoice was reduced before it is paid",
      { status_detail: "invoice_open", effective_amount: 1000 },
      "accepted",
    ],
    [
      "the invoice was reduced to nothing",
      { status_detail: "invoice_open", effective_amount: 0 },
      "refunded",
    ],
    ["the bank took it back", { attention: "disputed" }, "disputed"],
    ["it is not what was asked for", { attention: "mismatch" }, "differs"],
    ["it needs a person for another reason", { attention: "orphaned" }, "paid"],
    [
      "secupay checks it before anybody can transfer",
      { status: "waiting", status_detail: "in_review" },
      "under_review",
    ],
    [
      "it was paid, given back and cancelled",
      { status: "cancelled", status_detail: "refunded" },
      "refunded",
    ],
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
    ["the status is new to us", { status: "unknown" }, "under_review"],
  ] as const)("%s", (_happens, change, expected) => {
    expect(paymentState(row(change))).toBe(expected)
  })
})
