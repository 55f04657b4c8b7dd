import { ATTENTIONS } from "../../../../src/mapping/words/findings"
import { standingEvents, type ReconciledCheckout } from "../../../../src/mapping/decide/shop-events"
import { aPaidOrder, aPaymentOf, aWaitingOrder } from "../support/worlds"

const settled = (fields: Partial<ReconciledCheckout>): ReconciledCheckout => ({
  id: "checkout_1",
  status: "accepted",
  dispute: null,
  attention: null,
  method: "prepaid",
  instructions: null,
  status_detail: null,
  was_given_up: false,
  after: null,
  ...fields,
})

const waits = { status: "waiting" as const, instructions: {} }
const invoice = { method: "invoice", instructions: {}, status_detail: "invoice_open" }
const canceled = { order: { id: "order_1", canceled: true } }
const paid = { after: aPaidOrder() }
const otherPaid = { after: aPaidOrder({ payment: aPaymentOf("checkout_2", { captured: true }) }) }

describe("what the shop's subscribers are told", () => {
  it.each<[string, Partial<ReconciledCheckout>, string[]]>([
    ["money that is booked", paid, ["payment_accepted"]],
    ["money that is booked for another payment", otherPaid, []],
    ["money that is not booked yet", { after: aWaitingOrder() }, []],
    ["an order that waits", { ...waits, after: aWaitingOrder() }, ["payment_waiting"]],
    ["a cancelled order", { ...waits, after: aWaitingOrder(canceled) }, []],
    [
      "a risk check of a transfer",
      { ...waits, status_detail: "in_review", after: aWaitingOrder() },
      [],
    ],
    ["a risk check: nothing to transfer", { status: "waiting", after: aWaitingOrder() }, []],
    [
      "an invoice whose account is known",
      { ...paid, ...invoice },
      ["payment_accepted", "invoice_payable"],
    ],
    [
      "an invoice that is authorized only",
      { ...paid, ...invoice, status: "authorized" },
      ["invoice_payable"],
    ],
    [
      "an invoice that secupay is checking",
      { ...paid, ...invoice, status_detail: "in_review" },
      ["payment_accepted"],
    ],
    ["an invoice without an account", { ...paid, method: "invoice" }, ["payment_accepted"]],
    ["a card with an account", { ...paid, ...invoice, method: "creditcard" }, ["payment_accepted"]],
    ["an invoice of another payment", { ...otherPaid, ...invoice }, []],
    [
      "an invoice whose order is canceled",
      { ...invoice, after: aPaidOrder(canceled) },
      ["payment_accepted"],
    ],
    ["an invoice that has failed", { ...paid, ...invoice, status: "failed" }, []],
    ["a dispute", { ...paid, attention: "disputed" }, ["payment_accepted", "payment_disputed"]],
    [
      "the end of a dispute",
      { ...paid, dispute: "issue_resolved" },
      ["payment_accepted", "payment_dispute_resolved"],
    ],
    ["money without an order", { attention: "orphaned" }, ["payment_orphaned"]],
    ["money that differs", { attention: "mismatch" }, ["payment_orphaned"]],
    [
      "a promise that differs, without an order",
      { status: "authorized", attention: "mismatch" },
      ["payment_orphaned"],
    ],
    [
      "a promise without an order",
      { status: "waiting", attention: "orphaned" },
      ["payment_orphaned"],
    ],
    [
      "a promise that was given up",
      { status: "cancelled", was_given_up: true },
      ["payment_given_up"],
    ],
    ["one that is not cancelled yet", { status: "authorized", was_given_up: true }, []],
    ["a failed payment", { status: "failed", attention: "payment_failed" }, ["payment_failed"]],
    ["an expired one", { status: "cancelled", attention: "payment_expired" }, ["payment_expired"]],
    ["a refund that failed", { attention: "refund_failed" }, ["refund_failed"]],
  ])("%s", (_what, fields, events) => {
    expect(standingEvents(settled(fields))).toEqual(events.map((name) => `secuconnect.${name}`))
  })

  it("at most one thing for each reason to look", () => {
    for (const attention of ATTENTIONS) {
      expect(standingEvents(settled({ attention, status: "open" })).length).toBeLessThanOrEqual(1)
    }
  })
})
