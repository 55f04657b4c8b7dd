import { invoiceStep, type ViewedInvoice } from "../../../../src/mapping/views/invoice"

const invoice = (...statuses: string[]): ViewedInvoice => ({
  method: "invoice",
  status: "accepted",
  payments: statuses.map((status) => ({ status, is_refund: false })),
})

describe("how far an invoice has come", () => {
  it.each([
    ["secupay has accepted it", invoice("waiting_for_shipment"), "accepted"],
    ["its last shipment is reported", invoice("accepted"), "reported"],
    ["the customer has paid it", invoice("paid"), "paid"],
    ["a try before it has failed", invoice("denied", "waiting_for_shipment"), "accepted"],
    ["it is disputed", invoice("issue"), null],
    ["it is still under review", { ...invoice("pending"), status: "waiting" }, null],
    ["it is no invoice", { ...invoice("accepted"), method: "creditcard" }, null],
    ["nothing was read of it", { ...invoice(), payments: null }, null],
  ] satisfies [string, ViewedInvoice, string | null][])("%s", (_title, viewed, step) => {
    expect(invoiceStep(viewed)).toBe(step)
  })

  it("does not take a refund for the invoice", () => {
    const refund = { status: "accepted", is_refund: true }
    const payments = [refund, { status: "paid", is_refund: false }]
    expect(invoiceStep({ ...invoice(), payments })).toBe("paid")
  })
})
