import type { InvoiceStep, PaymentAction, PaymentState } from "../../../http-types"
import { finding, source } from "./history"
import { mismatchOf, orphan, reasonOf, warning } from "./notices"

const state = {
  not_started: "Not started",
  unclear: "Outcome unknown",
  open: "Not paid yet",
  waiting: "Waiting for bank transfer",
  under_review: "Under review",
  authorized: "Authorized",
  accepted: "Accepted",
  paid: "Paid",
  disputed: "Disputed",
  differs: "Payment differs",
  partly_refunded: "Partially refunded",
  refunded: "Refunded",
  failed: "Failed",
  cancelled: "Canceled",
} as const satisfies Record<PaymentState, string>

const actions = {
  refresh: "Refresh status",
  remind: "Send reminder",
  report_delivery: "Report shipment",
  cancel: "Cancel payment",
  refund: "Refund payment",
  keep: "Keep payment",
  complete: "Place order",
} as const satisfies Record<PaymentAction, string>

const done = {
  refresh: "The status is up to date.",
  remind: "The reminder is on its way.",
  report_delivery: "The shipment has been reported to secuconnect.",
  cancel: "The payment has been canceled.",
  refund: "The payment is being refunded to the customer.",
  keep: "Saved: you keep the payment.",
  complete: "The order has been placed.",
} as const satisfies Record<PaymentAction, string>

const confirm = {
  cancel: {
    title: "Cancel this payment?",
    text: "The authorized amount is released, and the bank details of this payment are no longer valid. A transfer that is already on its way will show up as a payment without order.",
    yes: "Cancel payment",
  },
  refund: {
    title: "Refund {{amount}}?",
    text: "secuconnect refunds the whole amount to the customer. This cannot be undone.",
    yes: "Refund",
  },
  keep: {
    title: "Keep {{amount}}?",
    text: "You keep the money and this notice disappears. Do this only if you have agreed on it with the customer, for example because you record the payment on another order.",
    yes: "Keep payment",
  },
  complete: {
    title: "Place the order?",
    text: "Medusa places the order for the cart that was paid for, as if the customer had just checked out. Make sure that everything is in stock.",
    yes: "Place order",
  },
} as const

/** Reports an invoice of which a part was not sent. */
const incomplete = {
  title: "Report the shipment as complete?",
  text: "Not sent yet: {{items}}. Confirm only if nothing more of this order will be sent: the invoice becomes due over what is left of its amount. This cannot be undone.",
  yes: "Report as complete",
} as const

/** The way of an invoice, and what it still needs. */
const invoice = {
  title: "Invoice",
  steps: {
    accepted: "Accepted by secupay",
    reported: "Shipment reported",
    paid: "Paid",
  },
  done: "Done",
  open: "Missing",
  unsent:
    "Not sent yet: {{items}}. The invoice becomes due with the last shipment. If nothing more will be sent, for example because you have refunded it, choose “Report shipment”.",
  missing: {
    accepted:
      "Ship now. Once you mark the last shipment as shipped, it is reported to secupay and the invoice becomes due.",
    reported: "The invoice is due. secupay is waiting for the customer's payment.",
    paid: "Nothing is missing. You find the payout in secuOffice.",
  },
} as const satisfies { steps: Texts; missing: Texts } & Record<string, unknown>

type Texts = Record<InvoiceStep, string>

/** The card of one payment, on the order's page and on the payments page. */
export const order = {
  title: "secuconnect",
  state,
  amounts: {
    amount: "Amount",
    authorized: "Authorized",
    captured: "Captured",
    refunded: "Refunded",
    effective: "Net of refunds",
  },
  ids: {
    reference: "Reference",
    stx: "Smart Transaction",
    payment: "Payment",
    ta: "TA code",
  },
  lastChecked: "Last checked",
  nextCheck: "Next check",
  neverChecked: "Not yet",
  noNextCheck: "When secuconnect reports a change",
  reminded: "Reminder sent",
  transfer: {
    title: "Bank transfer details",
    owner: "Recipient",
    iban: "IBAN",
    bic: "BIC",
    bank: "Bank",
    purpose: "Payment reference",
    amount: "Outstanding",
    due: "Transfer by",
    qr: "QR code for a banking app with all details of this transfer",
    copyAll: "Copy as text for an e-mail",
    mail: "Please transfer:",
  },
  invoice,
  actionsMenu: "Actions",
  actions,
  done,
  confirm,
  incomplete,
  warning,
  because: "Cause: {{cause}}",
  bothSums: "Paid: {{paid}}. To be paid: {{due}}.",
  mismatchOf,
  reasonOf,
  orphan,
  timeline: {
    show: "Show history",
    hide: "Hide history",
    started: "Payment created",
  },
  source,
  finding,
} as const
