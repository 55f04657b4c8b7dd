import type { SmartTransactionStatus } from "../state/records"
import type { PaymentMethod } from "./payment-methods"
import type { PaymentStateName } from "./payment-states"

/** What can happen to a payment. */
export type MachineEvent =
  | "pay"
  | "authorize"
  | "check_risk"
  | "decline"
  | "start"
  | "start_pending"
  | "start_failed"
  | "ship"
  | "money_arrived"
  | "expire"
  | "cancel"
  | "chargeback"
  | "issue_resolved"
  | "issue_lost"

/** On this event a payment in this state moves there, and its Smart Transaction along with it. */
export type Transition = readonly [
  on: MachineEvent,
  from: PaymentStateName | "none",
  to: PaymentStateName,
  smartTransaction?: SmartTransactionStatus,
]

export interface MethodRules {
  /** Spellings in `getAvailablePaymentMethods`. */
  availableAs: readonly string[]
  /** Query parameters of the payment link, irregular as in the guide's answer. */
  link: string
  /** The older service of its own, and the name in the older API. */
  service: string | null
  olderName: string
  product: string
  /** Without `auto_capture` the payment stops at `approved`. */
  deferrable: boolean
  /** Bank transfer data for the buyer from this state on, or instalment data. */
  instructions: "transfer" | "instalments" | "none"
  eurOnly: boolean
  transitions: readonly Transition[]
}

const takenAtOnce: Transition[] = [
  ["pay", "none", "accepted", "ok"],
  ["decline", "none", "denied"],
]

const deferred: Transition[] = [
  ["authorize", "none", "authorized", "approved"],
  ["start", "authorized", "accepted", "ok"],
  ["start_pending", "authorized", "risk_check", "pending"],
  ["start_failed", "authorized", "denied", "failed"],
  ["money_arrived", "risk_check", "accepted", "ok"],
  ["expire", "authorized", "expired", "failed"],
  ["expire", "risk_check", "expired", "failed"],
  ["cancel", "authorized", "void", "cancelled"],
  ["cancel", "risk_check", "void", "cancelled"],
]

const disputable: Transition[] = [
  ["chargeback", "accepted", "issue"],
  ["chargeback", "issue_resolved", "issue"],
  ["issue_resolved", "issue", "issue_resolved"],
  // What becomes of a payment that the bank keeps is not documented: void is a guess.
  ["issue_lost", "issue", "void"],
]

const invoice: Transition[] = [
  ["pay", "none", "waiting_for_shipment", "ok"],
  ["decline", "none", "denied"],
  ["authorize", "none", "authorized", "approved"],
  ["start", "authorized", "waiting_for_shipment", "ok"],
  ["start_pending", "authorized", "risk_check", "pending"],
  ["start_failed", "authorized", "denied", "failed"],
  ["money_arrived", "risk_check", "waiting_for_shipment", "ok"],
  ["ship", "waiting_for_shipment", "invoice_open"],
  ["money_arrived", "invoice_open", "paid"],
  ["expire", "authorized", "expired", "failed"],
  ["expire", "risk_check", "expired", "failed"],
  ["cancel", "authorized", "void", "cancelled"],
  ["cancel", "risk_check", "void", "cancelled"],
  ["cancel", "waiting_for_shipment", "void"],
  ["cancel", "invoice_open", "void"],
]

const prepaid: Transition[] = [
  ["pay", "none", "waiting_for_transfer", "pending"],
  ["decline", "none", "denied"],
  ["money_arrived", "waiting_for_transfer", "accepted", "ok"],
  ["expire", "waiting_for_transfer", "expired", "failed"],
  ["cancel", "waiting_for_transfer", "void", "cancelled"],
]

const external = {
  deferrable: true,
  instructions: "none",
  eurOnly: false,
  transitions: [...takenAtOnce, ...deferred, ...disputable],
} as const

const immediate = {
  deferrable: false,
  instructions: "none",
  eurOnly: true,
  transitions: takenAtOnce,
} as const

/**
 * The state machine, one entry per method: which states follow which.
 * @see https://developer.secuconnect.com/integration/Status_Flow_of_a_Smart_Transaction.html
 */
export const methods: Readonly<Record<PaymentMethod, MethodRules>> = {
  creditcard: {
    ...external,
    availableAs: ["Creditcard", "Applepay", "Googlepay"],
    link: "payment-method=creditcard",
    service: "Secupaycreditcards",
    olderName: "creditcard",
    product: "Kreditkarte",
  },
  debit: {
    ...external,
    availableAs: ["Debit"],
    link: "payment-method=debit",
    service: "Secupaydebits",
    olderName: "debit",
    product: "Lastschrift",
    eurOnly: true,
    transitions: [...external.transitions, ["check_risk", "none", "risk_check", "pending"]],
  },
  invoice: {
    availableAs: ["Invoice"],
    link: "initPaymentMethod=invoice",
    service: "Secupayinvoices",
    olderName: "invoice",
    product: "Kauf auf Rechnung",
    deferrable: true,
    instructions: "transfer",
    eurOnly: false,
    transitions: invoice,
  },
  prepaid: {
    availableAs: ["Prepay"],
    link: "payment-method=prepay",
    service: "Secupayprepays",
    olderName: "prepay",
    product: "Vorkasse",
    deferrable: false,
    instructions: "transfer",
    eurOnly: false,
    transitions: prepaid,
  },
  paypal: {
    ...external,
    availableAs: ["Paypal"],
    link: "payment-method=paypal",
    service: null,
    olderName: "paypal",
    product: "PayPal",
  },
  easycredit: {
    ...external,
    availableAs: ["easyCredit"],
    link: "payment-method=easycredit",
    service: null,
    olderName: "easycredit",
    product: "easyCredit-Ratenkauf",
    instructions: "instalments",
    eurOnly: true,
  },
  sofort: {
    ...immediate,
    availableAs: ["Sofort"],
    link: "payment-method=sofort",
    service: "Secupaysofort",
    olderName: "sofort",
    product: "Sofort",
  },
  giropay: {
    ...immediate,
    availableAs: ["giropay"],
    link: "payment-method=giropay",
    service: null,
    olderName: "giropay",
    product: "giropay",
  },
  eps: {
    ...immediate,
    availableAs: ["eps"],
    link: "payment-method=eps",
    service: null,
    olderName: "eps",
    product: "eps",
  },
}
