import type { SimpleStatus, SmartTransaction } from "../../secuconnect"

/** What a Smart Transaction means for the shop, in one word. */
export type CheckoutStatus =
  "open" | "waiting" | "authorized" | "accepted" | "failed" | "cancelled" | "unknown"

/** A payment's simple status; `none` where the Smart Transaction names no payment. */
export type PaymentWord = SimpleStatus | "unknown" | "none"

/**
 * How far the two statuses of a reading agree:
 *
 * - sure: they do
 * - unclear: they do not, or one of them is not known. Nothing is cancelled or given up by itself
 *   until they do; a person is told when that takes long.
 * - contradicts: the money is in, and the Smart Transaction says that it never will be. A person
 *   decides.
 */
export type Certainty = "sure" | "unclear" | "contradicts"

export interface Reading {
  status: CheckoutStatus
  certainty: Certainty
}

/** Statuses of a Smart Transaction that mean the same. */
const TRANSACTION_KINDS = {
  created: "open",
  processing: "open",
  approved: "approved",
  pending: "pending",
  ok: "done",
  received: "done",
  shipped: "done",
  collection: "done",
  collected: "done",
  failed: "failed",
  cancelled: "cancelled",
  unknown: "unknown",
} as const satisfies Record<SmartTransaction["status"], string>

type TransactionKind = (typeof TRANSACTION_KINDS)[keyof typeof TRANSACTION_KINDS]

/**
 * Simple statuses of a payment that mean the same here. Subscriptions and stored cards ("containers")
 * are no payments.
 *
 * @see https://developer.secuconnect.com/integration/Check_Status_and_Amount_of_a_Payment.html
 */
const PAYMENT_KINDS = {
  none: "nothing",
  proceed: "nothing",
  created: "nothing",
  authorized: "authorized",
  pending: "pending",
  on_hold: "on_hold",
  accepted: "money",
  paid: "money",
  waiting_for_shipment: "money",
  issue: "money",
  issue_resolved: "money",
  refund: "refund",
  void: "void",
  denied: "denied",
  subscription_approved: "other",
  subscription_declined: "other",
  container_authorized: "other",
  container_denied: "other",
  unknown: "unknown",
} as const satisfies Record<PaymentWord, string>

type PaymentKind = (typeof PAYMENT_KINDS)[keyof typeof PAYMENT_KINDS]

const sure = (status: CheckoutStatus): Reading => ({ status, certainty: "sure" })
const unclear = (status: CheckoutStatus): Reading => ({ status, certainty: "unclear" })
const MONEY_AGAINST_IT: Reading = { status: "accepted", certainty: "contradicts" }

/**
 * What every pair of statuses means: a Smart Transaction's down, a payment's across. Money counts
 * only where the payment says that it is in; then it counts whatever the Smart Transaction says.
 *
 * The same table stands in docs/payment-lifecycle.md.
 *
 * @see https://developer.secuconnect.com/integration/Status_Flow_of_a_Smart_Transaction.html
 */
const READINGS: Record<TransactionKind, Record<PaymentKind, Reading>> = {
  open: {
    nothing: sure("open"),
    authorized: unclear("unknown"),
    pending: unclear("unknown"),
    on_hold: unclear("unknown"),
    money: unclear("accepted"),
    refund: unclear("accepted"),
    void: sure("open"),
    denied: sure("open"),
    other: sure("open"),
    unknown: unclear("unknown"),
  },
  approved: {
    nothing: sure("authorized"),
    authorized: sure("authorized"),
    pending: sure("waiting"),
    on_hold: unclear("waiting"),
    money: unclear("accepted"),
    refund: unclear("accepted"),
    void: sure("cancelled"),
    denied: unclear("failed"),
    other: unclear("waiting"),
    unknown: unclear("waiting"),
  },
  pending: {
    nothing: sure("waiting"),
    // A transfer that is waited for is "authorized" at some contracts, "pending" at others.
    authorized: sure("waiting"),
    pending: sure("waiting"),
    on_hold: unclear("waiting"),
    money: unclear("accepted"),
    refund: unclear("accepted"),
    void: unclear("waiting"),
    denied: unclear("waiting"),
    other: unclear("waiting"),
    unknown: unclear("waiting"),
  },
  done: {
    nothing: unclear("waiting"),
    authorized: unclear("waiting"),
    pending: unclear("waiting"),
    on_hold: unclear("waiting"),
    money: sure("accepted"),
    refund: sure("accepted"),
    // The Smart Transaction is not known to leave "ok" when its payment is taken back.
    void: sure("cancelled"),
    denied: sure("failed"),
    other: unclear("waiting"),
    unknown: unclear("waiting"),
  },
  failed: {
    nothing: sure("failed"),
    authorized: unclear("failed"),
    pending: unclear("failed"),
    on_hold: unclear("failed"),
    money: MONEY_AGAINST_IT,
    refund: sure("cancelled"),
    void: sure("failed"),
    denied: sure("failed"),
    other: sure("failed"),
    unknown: unclear("failed"),
  },
  cancelled: {
    nothing: sure("cancelled"),
    authorized: unclear("cancelled"),
    pending: unclear("cancelled"),
    on_hold: unclear("cancelled"),
    money: MONEY_AGAINST_IT,
    refund: sure("cancelled"),
    void: sure("cancelled"),
    denied: sure("cancelled"),
    other: sure("cancelled"),
    unknown: unclear("cancelled"),
  },
  unknown: {
    nothing: sure("unknown"),
    authorized: unclear("unknown"),
    pending: unclear("unknown"),
    on_hold: unclear("unknown"),
    money: MONEY_AGAINST_IT,
    refund: unclear("unknown"),
    void: sure("unknown"),
    denied: sure("unknown"),
    other: sure("unknown"),
    unknown: unclear("unknown"),
  },
}

/** Of several payments the one that means most for the shop counts. */
const BY_WEIGHT: readonly CheckoutStatus[] = [
  "accepted",
  "authorized",
  "waiting",
  "unknown",
  "open",
  "cancelled",
  "failed",
]

/**
 * Reads a Smart Transaction together with the payments that count in it. Of two that mean the same,
 * the clearer one counts.
 */
export function readStatuses(
  transaction: SmartTransaction["status"],
  payments: readonly PaymentWord[],
): Reading {
  const row = READINGS[TRANSACTION_KINDS[transaction]]
  const [best = row.nothing] = payments
    .map((payment) => row[PAYMENT_KINDS[payment]])
    .toSorted((one, other) => weightOf(one) - weightOf(other))
  return best
}

function weightOf({ status, certainty }: Reading): number {
  return 2 * BY_WEIGHT.indexOf(status) + (certainty === "sure" ? 0 : 1)
}
