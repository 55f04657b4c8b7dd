import { toPaymentRow } from "../../../../src/mapping/views/payment-row"
import { paymentState, type LedgerState } from "../../../../src/mapping/views/payment-state"
import { toPaymentView } from "../../../../src/mapping/views/payment-view"

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

describe("list and card say the same of one and the same payment", () => {
  const SHOWN = {
    ...{ id: "scchk_1", reference: "ABC", method: "creditcard", requested_method: null },
    ...{ currency_code: "eur", currency_exponent: 2, is_demo: false, is_test_payment: false },
    ...{ order_id: "order_1", order_display_id: 1, cart_id: "cart_1", stx_id: "STX_1" },
    ...{ trans_id: null, payment_ids: [], payments: [], instructions: null, mismatch: null },
    ...{ cart_changed: false, amount_due: null, created_at: new Date(0), checked_at: null },
    ...{ due_at: null, reminded_at: null, expired_at: null },
  }
  const PARTS = { booked: null, events: [], reports: [], unsent: [], expires_at: null }

  it.each<[string, Partial<LedgerState>, string]>([
    ["the core gave it back", { status: "cancelled", status_detail: "refunded" }, "refunded"],
    ["a person gave it back", { status: "cancelled", orphan_resolution: "refund" }, "refunded"],
    ["it was only promised", { status: "cancelled" }, "cancelled"],
    ["nothing is left of it", { effective_amount: 0 }, "refunded"],
    ["some of it is left", { effective_amount: 1, status_detail: "refunded" }, "partly_refunded"],
  ])("%s", async (_what, change, expected) => {
    const found = { ...SHOWN, ...row(change) }
    expect(toPaymentRow(found).state).toBe(expected)
    expect((await toPaymentView(found, PARTS)).state).toBe(expected)
  })
})
