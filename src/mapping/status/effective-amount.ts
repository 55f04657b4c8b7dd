import type { PaymentTransaction, SimpleStatus } from "../../secuconnect"
import { isRefund } from "./status"

/** The money is in. */
const IS_IN: ReadonlySet<SimpleStatus | "unknown"> = new Set([
  "accepted",
  "paid",
  "waiting_for_shipment",
  "issue_resolved",
])

/** The money is, or once was, in. A returned debit (`issue`) is no refund: it is told as a dispute. */
const WAS_IN: readonly (SimpleStatus | "unknown")[] = [
  "accepted",
  "paid",
  "waiting_for_shipment",
  "issue_resolved",
  "refund",
  "void",
]

/** What only a refund or a cancellation leads to. */
const TAKEN_BACK: ReadonlySet<SimpleStatus | "unknown"> = new Set(["refund", "void"])

/** The payment whose money is in, or was before it was given back; a live one before a void one. */
export function paidPayment(payments: PaymentTransaction[]): PaymentTransaction | null {
  const own = payments.filter((payment) => !isRefund(payment))
  const [best] = own
    .filter(({ status_simple }) => WAS_IN.includes(status_simple))
    .sort((one, other) => rank(one) - rank(other))
  return best ?? null
}

/**
 * Payments of the same Smart Transaction whose money is in as well: the customer has paid more than
 * once, and only one of them pays for the order.
 */
export function surplusPayments(payments: PaymentTransaction[]): PaymentTransaction[] {
  const counted = paidPayment(payments)
  return payments.filter(
    (payment) => payment !== counted && !isRefund(payment) && IS_IN.has(payment.status_simple),
  )
}

function rank({ status_simple }: PaymentTransaction): number {
  return WAS_IN.indexOf(status_simple)
}

/**
 * Whether something may have been taken back, so that `checkStatus` has to be asked.
 *
 * @param expected minor units that the payment was made for
 */
export function wasReduced(payment: PaymentTransaction, expected: number): boolean {
  const hasRefund = payment.related.some(({ hierarchy }) => hierarchy === "child")
  const changed = payment.amount !== undefined && payment.amount !== expected
  return hasRefund || changed || TAKEN_BACK.has(payment.status_simple)
}
