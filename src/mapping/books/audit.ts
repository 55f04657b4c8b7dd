import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { bookedTotals } from "../money/totals"
import type { CheckoutStatus } from "../status/status"

/** A booking of Medusa; minor units, unrounded as Medusa keeps it, always positive. */
export interface Booking {
  id: string
  amount: BigNumberInput
}

/** `is_canceled`: of its order, which then is worth no money any more. */
export interface AuditedPayment {
  id: string
  order_id: string | null
  is_canceled: boolean
  captures: Booking[]
  refunds: Booking[]
}

/** What three sets of books say of one checkout. Minor units. */
export interface AuditedCheckout {
  reference: string
  currency_code: string
  /** The ledger: what was asked for, and what it knows already. */
  ledger: {
    amount: number
    order_id: string | null
    attention: string | null
    orphan_resolution: string | null
    /** Requests that move money and whose outcome has been open for more than an hour. */
    old_requests: { id: string; kind: string; amount: number }[]
  }
  /** Medusa. `orders`: all that came of the cart. */
  medusa: {
    orders: string[]
    payments: AuditedPayment[]
    /** Of the orders, for these payments, captures and refunds; refunds are negative. */
    transactions: { reference_id?: string | null | undefined; amount: BigNumberInput }[]
  }
  /** secuconnect, read just now; `effective`: accepted money less all refunds. */
  secuconnect: { status: CheckoutStatus; disputed: boolean; effective: number }
}

export type DifferenceKind =
  | "orphaned"
  | "not_captured"
  | "captured_differs"
  | "refunds_differ"
  | "transactions_differ"
  | "ordered_twice"
  | "paid_twice"
  | "captured_twice"
  | "request_open"

/** Two books that do not agree. Minor units; `expected` is what the other book says. */
export interface Difference {
  reference: string
  order_id: string | null
  currency_code: string
  kind: DifferenceKind
  expected: number
  found: number
}

/** Money that a person knows of already: told, but no difference. */
export interface KnownCase {
  reference: string
  order_id: string | null
  currency_code: string
  kind: "orphaned" | "mismatch" | "kept" | "disputed"
  amount: number
}

export interface Comparison {
  differences: Difference[]
  known: KnownCase[]
}

/**
 * Compares ledger, Medusa and secuconnect for one checkout. Pure.
 *
 * @returns nothing in both lists when all three tell the same story
 */
export function compareBooks(checkout: AuditedCheckout): Comparison {
  const known = knownCase(checkout)
  const money = known ? [] : compareMoney(checkout)
  const findings = [...money, ...compareBookings(checkout), ...repetitions(checkout)]
  const open = checkout.ledger.old_requests.map(({ amount }) => {
    return difference("request_open", { expected: 0, found: amount })
  })
  const { reference, currency_code } = checkout
  const order_id = orderOf(checkout)
  const where = { reference, order_id, currency_code }
  return {
    differences: [...findings, ...open].map((finding) => ({ ...where, ...finding })),
    known: known ? [{ ...where, ...known }] : [],
  }
}

type Finding = Pick<Difference, "kind" | "expected" | "found">

function difference(kind: DifferenceKind, amounts: { expected: number; found: number }): Finding {
  return { kind, ...amounts }
}

/** Numbers that differ are a finding, equal ones are none. */
function compare(kind: DifferenceKind, expected: number, found: number): Finding[] {
  return expected === found ? [] : [difference(kind, { expected, found })]
}

/** What a person has been told of, and money may therefore be out of step. */
function knownCase(checkout: AuditedCheckout): Pick<KnownCase, "kind" | "amount"> | null {
  const { ledger, secuconnect } = checkout
  const amount = secuconnect.effective
  if (secuconnect.disputed) return { kind: "disputed", amount }
  if (amount === 0 || isBookedOnOrder(checkout)) return null
  if (ledger.orphan_resolution === "keep") return { kind: "kept", amount }
  const { attention } = ledger
  if (attention !== "orphaned" && attention !== "mismatch") return null
  return { kind: attention, amount }
}

/** Money at secuconnect against captures and refunds. */
function compareMoney(checkout: AuditedCheckout): Finding[] {
  const { effective } = checkout.secuconnect
  const { captured, refunded } = bookedBy(checkout)
  if (captured === 0) {
    const kind = orderOf(checkout) ? "not_captured" : "orphaned"
    return compare(kind, effective, 0)
  }
  return [
    ...compare("captured_differs", checkout.ledger.amount, captured),
    ...compare("refunds_differ", checkout.ledger.amount - effective, refunded),
    ...withoutOrder(checkout, captured - refunded),
  ]
}

/** Captured, not given back, and nobody gets anything for it. */
function withoutOrder({ medusa }: AuditedCheckout, booked: number): Finding[] {
  const hasOrder = medusa.payments.some(hasLivingOrder)
  return hasOrder ? [] : compare("orphaned", booked, 0)
}

/**
 * The order's own transactions against the captures and refunds that they stand for. What the core
 * gives back for a cancelled order stands under the payment's id.
 */
function compareBookings({ medusa }: AuditedCheckout): Finding[] {
  return medusa.payments
    .filter(({ order_id }) => order_id !== null)
    .flatMap(({ id: payment_id, captures, refunds }) => {
      const ids = new Set([payment_id, ...[...captures, ...refunds].map(({ id }) => id)])
      const own = medusa.transactions.filter(
        ({ reference_id }) => reference_id && ids.has(reference_id),
      )
      const booked = bookedTotals({ captures, refunds }, MINOR)
      const told = bookedTotals(bySign(own), MINOR)
      const [expected, found] = [booked, told].map(({ captured, refunded }) => captured - refunded)
      return compare("transactions_differ", expected ?? 0, found ?? 0)
    })
}

/** Counts instead of amounts: what must be there once at most. */
function repetitions({ medusa }: AuditedCheckout): Finding[] {
  const { orders, payments } = medusa
  const counts = [
    ["ordered_twice", orders.length],
    ["paid_twice", payments.length],
    ...payments.map(({ captures }) => ["captured_twice", captures.length] as const),
  ] as const
  return counts.flatMap(([kind, found]) => compare(kind, Math.min(found, 1), found))
}

function isBookedOnOrder({ medusa }: AuditedCheckout): boolean {
  return medusa.payments.some((payment) => hasLivingOrder(payment) && payment.captures.length > 0)
}

function hasLivingOrder({ order_id, is_canceled }: AuditedPayment): boolean {
  return order_id !== null && !is_canceled
}

/** The amounts are minor units already, only not whole ones. */
const MINOR = { currency_exponent: 0 }

function bookedBy({ medusa: { payments } }: AuditedCheckout) {
  const captures = payments.flatMap((payment) => payment.captures)
  const refunds = payments.flatMap((payment) => payment.refunds)
  return bookedTotals({ captures, refunds }, MINOR)
}

/** What was given back is negative. */
function bySign(transactions: AuditedCheckout["medusa"]["transactions"]) {
  return {
    captures: transactions.filter(({ amount }) => MathBN.gte(amount, 0)),
    refunds: transactions
      .filter(({ amount }) => MathBN.lt(amount, 0))
      .map(({ amount }) => ({ amount: MathBN.mult(amount, -1) })),
  }
}

/** The order that counts on this checkout, as far as anybody knows one. */
function orderOf({ medusa, ledger }: AuditedCheckout): string | null {
  return medusa.payments.find(({ order_id }) => order_id)?.order_id ?? ledger.order_id
}
