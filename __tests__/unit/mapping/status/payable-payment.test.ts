import { payableTarget } from "../../../../src/mapping/status/payable-payment"

const payment = (id: string, status: string, is_refund = false) => ({ id, status, is_refund })

describe("the payment that capture, refund and cancel go to", () => {
  it.each([
    ["the only one", [payment("PCI_1", "accepted")], "PCI_1"],
    ["not a failed try", [payment("PCI_0", "denied"), payment("PCI_1", "accepted")], "PCI_1"],
    ["not a void one", [payment("PCI_0", "void"), payment("PCI_1", "authorized")], "PCI_1"],
    ["not a refund", [payment("PCI_R", "accepted", true), payment("PCI_1", "accepted")], "PCI_1"],
    [
      "not a try that was left",
      [payment("PCI_0", "proceed"), payment("PCI_1", "accepted")],
      "PCI_1",
    ],
    [
      "not one just created",
      [payment("PCI_0", "created"), payment("PCI_1", "waiting_for_shipment")],
      "PCI_1",
    ],
    [
      "not one nobody understands",
      [payment("PCI_0", "unknown"), payment("PCI_1", "issue")],
      "PCI_1",
    ],
    [
      "the money before the promise",
      [payment("PCI_0", "authorized"), payment("PCI_1", "accepted")],
      "PCI_1",
    ],
    [
      "the promise before the try",
      [payment("PCI_0", "proceed"), payment("PCI_1", "pending")],
      "PCI_1",
    ],
    ["a chargeback: its money may be settled again", [payment("PCI_1", "issue")], "PCI_1"],
    ["an invoice that is paid", [payment("PCI_0", "proceed"), payment("PCI_1", "paid")], "PCI_1"],
    [
      "one that is refunded in part",
      [payment("PCI_1", "refund"), payment("PCI_R", "accepted", true)],
      "PCI_1",
    ],
    [
      "a try where there is nothing else",
      [payment("PCI_0", "denied"), payment("PCI_1", "created")],
      "PCI_1",
    ],
    ["none where all are dead", [payment("PCI_0", "denied"), payment("PCI_1", "void")], null],
    ["none where there is only a refund", [payment("PCI_R", "accepted", true)], null],
    ["none where there is none", [], null],
  ])("%s", (_what, payments, target) => {
    expect(payableTarget(payments)).toBe(target)
  })
})
