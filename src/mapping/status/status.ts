import type { PaymentTransaction, SimpleStatus, SmartTransaction } from "../../secuconnect"
import type { Mismatch } from "../words/payments"
import { readStatuses, type CheckoutStatus } from "./readings"

export type { CheckoutStatus }

/** What we asked secuconnect for and therefore expect to find there. Minor units. */
export interface ExpectedPayment {
  amount: number
  currency_code: string
  contract_id: string
  is_demo: boolean
  /** Where less than that is a refund or a reduction. */
  least?: LeastAmounts | null
}

/** The least that is no mismatch, minor units. */
export interface LeastAmounts {
  /** Of the Smart Transaction. */
  of_transaction: number
  /** Of a payment that is still waited for, and of any other. */
  waiting: number
  otherwise: number
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
  /** A returned debit or a chargeback: open, resolved, or lost as `endOfDispute` finds. */
  dispute: "issue" | "issue_resolved" | "lost" | null
  /** The statuses do not fit together, or one of them is not known: see `readStatuses`. */
  unclear: boolean
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
  const counting = (live.length > 0 ? live : dead).map((payment) => payment.status_simple)
  const { status, certainty } = readStatuses(transaction.status, counting)
  const contradicts = certainty === "contradicts" ? "status" : null
  return {
    status,
    mismatch: findMismatch({ transaction, live, status }, expected) ?? contradicts,
    dispute: disputeOf(live),
    unclear: certainty === "unclear",
  }
}

function disputeOf(live: PaymentTransaction[]): Assessment["dispute"] {
  const statuses = live.map((payment) => payment.status_simple)
  if (statuses.includes("issue")) return "issue"
  return statuses.includes("issue_resolved") ? "issue_resolved" : null
}

interface Found {
  transaction: SmartTransaction
  live: PaymentTransaction[]
  status: CheckoutStatus
}

/**
 * Amount and currency must be confirmed by what was read, at least once, and nothing that was read
 * may contradict. Contract and demo flag are left out of the documented reads: absent is accepted,
 * because the Smart Transaction was made by us, with our contract and our flag; see `notNamed`.
 */
function findMismatch(found: Found, expected: ExpectedPayment): Assessment["mismatch"] {
  const { transaction, live } = found
  if (contradicts(namedContracts(transaction, live), expected.contract_id)) return "contract"
  if (contradicts([transaction.is_demo], expected.is_demo)) return "demo"

  const currencies = [transaction.currency, ...live.map((payment) => payment.currency)]
  if (contradicts(currencies.map(lower), lower(expected.currency_code))) return "currency"

  if (isOtherAmount(found, expected)) return "amount"
  const amounts = [transaction.sum, ...live.map((payment) => payment.amount)]
  const confirmed = amounts.some(isPresent) && currencies.some(isPresent)
  return confirmed ? null : "unconfirmed"
}

/**
 * The contracts that bind: the Smart Transaction's. A payment may have one of its own, for one
 * method say; it counts only where the Smart Transaction names none.
 */
export function namedContracts(
  transaction: SmartTransaction,
  payments: PaymentTransaction[],
): string[] {
  const own = transaction.contract_id
  return own === undefined ? payments.flatMap(({ contract_id }) => contract_id ?? []) : [own]
}

function isOtherAmount(
  { transaction, live, status }: Found,
  { amount, least }: ExpectedPayment,
): boolean {
  const { of_transaction, waiting, otherwise } = least ?? noLessThan(amount)
  const parts = live.map((payment) => payment.amount)
  return (
    isOutside([transaction.sum], of_transaction, amount) ||
    isOutside(parts, status === "waiting" ? waiting : otherwise, amount)
  )
}

const noLessThan = (amount: number): LeastAmounts => ({
  of_transaction: amount,
  waiting: amount,
  otherwise: amount,
})

function isOutside(found: (number | undefined)[], least: number, most: number): boolean {
  return found.some((value) => value !== undefined && (value < least || value > most))
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
