import type { PaymentTransaction, SimpleStatus, SmartTransaction } from "../../secuconnect"
import type { Mismatch } from "../words/payments"

/** What a Smart Transaction means for the shop, in one word. */
export type CheckoutStatus =
  "open" | "waiting" | "authorized" | "accepted" | "failed" | "cancelled" | "unknown"

/** What we asked secuconnect for and therefore expect to find there. Minor units. */
export interface ExpectedPayment {
  amount: number
  currency_code: string
  contract_id: string
  is_demo: boolean
  /** Promised or paid to an order before: less than asked for is then a refund or a reduction. */
  may_be_reduced?: boolean
}

/** A payment as far as the shop cares: refunds and failed tries are told apart. */
export interface SortedPayments {
  /** Payments that count: neither refunds nor denied nor void. */
  live: PaymentTransaction[]
  dead: PaymentTransaction[]
}

export interface Assessment {
  status: CheckoutStatus
  /** How secuconnect's transaction differs from what we asked for; null when it is ours. */
  mismatch: Mismatch | null
  /** A returned debit or a chargeback, open or resolved. */
  dispute: "issue" | "issue_resolved" | null
}

/**
 * What every status of a Smart Transaction means.
 *
 * @see https://developer.secuconnect.com/integration/Status_Flow_of_a_Smart_Transaction.html
 */
const STATUS_BY_TRANSACTION = {
  created: "open",
  processing: "open",
  approved: "authorized",
  pending: "waiting",
  ok: "accepted",
  received: "accepted",
  shipped: "accepted",
  collection: "accepted",
  collected: "accepted",
  failed: "failed",
  cancelled: "cancelled",
  unknown: "unknown",
} as const satisfies Record<SmartTransaction["status"], CheckoutStatus>

/** The Smart Transaction's status alone; its payments can say otherwise, see `assess`. */
export function statusOfTransaction(status: SmartTransaction["status"]): CheckoutStatus {
  return STATUS_BY_TRANSACTION[status]
}

const DEAD_STATUSES: ReadonlySet<string> = new Set<SimpleStatus>(["denied", "void"])

/** Whether nothing will come of a payment of this status any more, or everything went back. */
export function isDead(status: string): boolean {
  return DEAD_STATUSES.has(status)
}

/** Sets refunds aside and tells payments that count from failed tries. */
export function sortPayments(payments: PaymentTransaction[]): SortedPayments {
  const own = payments.filter((payment) => !isRefund(payment))
  return {
    live: own.filter((payment) => !isDead(payment.status_simple)),
    dead: own.filter((payment) => isDead(payment.status_simple)),
  }
}

/**
 * A refund is a payment with a negative amount that hangs on its original. It is "accepted" by
 * itself, which must never be read as "the order is paid".
 *
 * @see https://developer.secuconnect.com/integration/Read_a_Payment_Transaction.html
 */
export function isRefund(payment: PaymentTransaction): boolean {
  return (payment.amount ?? 0) < 0 || payment.parents.length > 0
}

/** Reads the Smart Transaction and its payments as one finding. Pure: nothing is called. */
export function assess(
  transaction: SmartTransaction,
  payments: PaymentTransaction[],
  expected: ExpectedPayment,
): Assessment {
  const { live, dead } = sortPayments(payments)
  const statuses = live.map((payment) => payment.status_simple)
  return {
    status: statusOf(transaction, live, dead),
    mismatch: findMismatch(transaction, live, expected),
    dispute: statuses.includes("issue")
      ? "issue"
      : statuses.includes("issue_resolved")
        ? "issue_resolved"
        : null,
  }
}

function statusOf(
  transaction: SmartTransaction,
  live: PaymentTransaction[],
  dead: PaymentTransaction[],
): CheckoutStatus {
  const status = statusOfTransaction(transaction.status)
  // The Smart Transaction is not known to leave "ok" when its payment is taken back.
  const takenBack = live.length === 0 && dead.length > 0
  return takenBack && (status === "accepted" || status === "authorized") ? "cancelled" : status
}

/**
 * Amount and currency must be confirmed by what was read, at least once, and nothing that was read
 * may contradict. Contract and demo flag are left out of the documented reads: absent is accepted.
 */
function findMismatch(
  transaction: SmartTransaction,
  live: PaymentTransaction[],
  expected: ExpectedPayment,
): Assessment["mismatch"] {
  const contracts = [transaction.contract_id, ...live.map((payment) => payment.contract_id)]
  if (contradicts(contracts, expected.contract_id)) return "contract"
  if (contradicts([transaction.is_demo], expected.is_demo)) return "demo"

  const currencies = [transaction.currency, ...live.map((payment) => payment.currency)]
  if (contradicts(currencies.map(lower), lower(expected.currency_code))) return "currency"

  const amounts = [transaction.sum, ...live.map((payment) => payment.amount)]
  if (contradictsAmount(amounts, expected)) return "amount"
  const confirmed = amounts.some(isPresent) && currencies.some(isPresent)
  return confirmed ? null : "unconfirmed"
}

function contradictsAmount(
  found: (number | undefined)[],
  { amount, may_be_reduced }: ExpectedPayment,
): boolean {
  if (!may_be_reduced) return contradicts(found, amount)
  return found.some((value) => value !== undefined && value > amount)
}

function contradicts<T>(found: (T | undefined)[], expected: T): boolean {
  return found.some((value) => value !== undefined && value !== expected)
}

function isPresent(value: unknown): boolean {
  return value !== undefined
}

function lower(value: string | undefined): string | undefined {
  return value?.toLowerCase()
}
