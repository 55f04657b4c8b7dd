import { statusDetail, type Detailed } from "../../../../src/mapping/status/status-detail"
import { aPayment, aRefund } from "../support/replies"

const read = (fields: Partial<Detailed>): Detailed => ({
  status: "accepted",
  method: "creditcard",
  has_instructions: false,
  unclear: false,
  payments: [aPayment()],
  ...fields,
})

const child = { related_transactions: [{ id: "PCI_R", hierarchy: "child" }] }

describe("what the status alone does not say", () => {
  it.each([
    ["paid: nothing", {}, null],
    ["waits for a transfer: nothing", { status: "waiting", has_instructions: true }, null],
    ["waits without an account to transfer to", { status: "waiting" }, "in_review"],
    [
      "waits, and its statuses do not fit together",
      { status: "waiting", has_instructions: true, unclear: true },
      "in_review",
    ],
    [
      "an invoice that is accepted",
      { method: "invoice", payments: [aPayment("waiting_for_shipment")] },
      "invoice_open",
    ],
    ["an invoice that is due", { method: "invoice" }, "invoice_open"],
    ["an invoice that is paid", { method: "invoice", payments: [aPayment("paid")] }, null],
    [
      "an invoice that was paid and given back in part",
      { method: "invoice", payments: [aPayment("paid"), aRefund()] },
      "refunded",
    ],
    ["a refund beside the payment", { payments: [aPayment(), aRefund()] }, "refunded"],
    ["a payment that names its refund", { payments: [aPayment("accepted", child)] }, "refunded"],
    ["a payment that is a refund by now", { payments: [aPayment("refund")] }, "refunded"],
    ["an amount that was reduced", { payments: [aPayment("accepted", { amount: 100 })] }, null],
    ["cancelled, never paid", { status: "cancelled", payments: [aPayment("void")] }, null],
    [
      "cancelled after a refund",
      { status: "cancelled", payments: [aPayment("void"), aRefund()] },
      "refunded",
    ],
  ] satisfies [string, Partial<Detailed>, string | null][])("%s", (_title, fields, expected) => {
    expect(statusDetail(read(fields))).toBe(expected)
  })
})
