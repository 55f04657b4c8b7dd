import { auditCase } from "../../../../../src/mapping/laws/audit-case"
import type {
  AuditedCase,
  AuditedCheckout,
  AuditedCollection,
  AuditedOrder,
  AuditedPayment,
  AuditedTransaction,
} from "../../../../../src/mapping/laws/facts"
import type { SecuconnectMoney } from "../../../../../src/mapping/laws/secuconnect-money"

export const NOW = new Date("2026-03-01T12:00:00Z")

export const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 60 * 60_000)

export const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

/** Nobody has paid; amounts in minor units. */
export const money = (fields: Partial<SecuconnectMoney> = {}): SecuconnectMoney => ({
  status: "ok",
  sum: 3190,
  currencies: ["eur"],
  contracts: ["GCR_1"],
  is_demo: false,
  in: 0,
  unshipped: 0,
  disputed: 0,
  promised: 0,
  doubtful: 0,
  awaited: 0,
  largest: 0,
  ...fields,
})

export const isIn = (amount: number) => money({ in: amount, largest: amount })
export const isPromised = (amount: number) => money({ promised: amount, largest: amount })
/** Waited for: a transfer. */
export const isAwaited = (amount: number) =>
  money({ status: "pending", promised: amount, awaited: amount, largest: amount })
export const isGone = money({ status: "cancelled" })

/** Amounts in major units; each capture and refund under an id of its own. */
export const payment = (
  { captures = [], refunds = [] }: { captures?: number[]; refunds?: number[] } = {},
  fields: Partial<AuditedPayment> = {},
): AuditedPayment => ({
  id: "pay_1",
  provider_id: "pp_secuconnect_secuconnect",
  checkout_id: "scchk_1",
  order_id: "order_1",
  amount: 31.9,
  currency_code: "eur",
  is_canceled: false,
  captures: captures.map((amount, nth) => ({ id: `${fields.id ?? "pay_1"}_c${nth}`, amount })),
  refunds: refunds.map((amount, nth) => ({ id: `${fields.id ?? "pay_1"}_r${nth}`, amount })),
  ...fields,
})

export const collection = (
  payments: AuditedPayment[],
  fields: Partial<AuditedCollection> = {},
): AuditedCollection => {
  const sum = (of: "captures" | "refunds") =>
    payments.flatMap((one) => one[of]).reduce((total, { amount }) => total + Number(amount), 0)
  return {
    id: "pay_col_1",
    status: "completed",
    amount: 31.9,
    captured_amount: sum("captures"),
    refunded_amount: sum("refunds"),
    sessions: [],
    payments,
    ...fields,
  }
}

/** As the core books captures and refunds: one after the other. */
const transactionsOf = (payments: AuditedPayment[]): AuditedTransaction[] =>
  payments.flatMap(({ captures, refunds }) => [
    ...captures.map(({ id, amount }) => ({
      ...at(1),
      reference: "capture",
      reference_id: id,
      amount,
    })),
    ...refunds.map(({ id, amount }, nth) => {
      return { ...at(nth + 1), reference: "refund", reference_id: id, amount: -Number(amount) }
    }),
  ])

const at = (version: number) => ({ version, created_at: daysAgo(9 - version) })

/** Sums follow from what is given: an order that the core has left undisturbed. */
export function order(
  payments: AuditedPayment[],
  fields: Partial<AuditedOrder> = {},
): AuditedOrder {
  const transactions = fields.transactions ?? transactionsOf(payments)
  const total = fields.total ?? 31.9 - refundsOf(payments)
  const paid = transactions.reduce((sum, { amount }) => sum + Number(amount), 0)
  return {
    id: "order_1",
    status: "pending",
    currency_code: "eur",
    payment_status: "captured",
    items: [],
    shipped_at: null,
    shown_total: total,
    is_returning: false,
    is_order_first: false,
    total,
    pending_difference: Number(total) - paid,
    versions: versionsOf(payments),
    transactions,
    collections: [collection(payments)],
    ...fields,
  }
}

function refundsOf(payments: AuditedPayment[]): number {
  return payments
    .flatMap(({ refunds }) => refunds)
    .reduce((sum, { amount }) => sum + Number(amount), 0)
}

/** One version more for each refund, with its credit line. */
function versionsOf(payments: AuditedPayment[]) {
  const refunds = payments.flatMap((one) => one.refunds).map(({ amount }) => Number(amount))
  return [0, ...refunds].map((_, nth) => {
    const credit = refunds.slice(0, nth).reduce((sum, amount) => sum + amount, 0)
    return { version: nth + 1, total: 31.9 - credit, credit }
  })
}

export const checkout = (fields: Partial<AuditedCheckout> = {}): AuditedCheckout => ({
  id: "scchk_1",
  reference: "ABC",
  amount: 3190,
  currency_code: "eur",
  contract_id: "GCR_1",
  is_demo: false,
  attention: null,
  mismatch: null,
  orphan_resolution: null,
  waiting_since: null,
  reminded_at: null,
  due_at: NOW,
  instructions: null,
  checked_at: daysAgo(1),
  created_at: daysAgo(9),
  payments: [],
  open_requests: [],
  delivery_reports: [],
  events: [],
  troubles: [],
  secuconnect: money(),
  ...fields,
})

export const audited = (fields: Partial<AuditedCase>): AuditedCase => ({
  orders: [],
  checkouts: [],
  settings: { reportDelivery: true, abandonAfterHours: 24 },
  now: NOW,
  ...fields,
})

/** An order that was paid with one checkout. */
export function paidCase(
  bookings: { captures?: number[]; refunds?: number[] },
  changes: { checkout?: Partial<AuditedCheckout>; order?: Partial<AuditedOrder> } = {},
): AuditedCase {
  const own = payment(bookings)
  const left = 31.9 - refundsOf([own])
  const { captures, refunds } = own
  const status =
    refunds.length === 0 ? "captured" : left < 0.005 ? "refunded" : "partially_refunded"
  const payment_status = captures.length === 0 ? "authorized" : status
  const secuconnect = captures.length === 0 ? isPromised(3190) : isIn(Math.round(left * 100))
  return audited({
    orders: [order([own], { payment_status, ...changes.order })],
    checkouts: [checkout({ payments: [own], secuconnect, ...changes.checkout })],
  })
}

/** The customer knows where to transfer to. */
export const TOLD = {
  event_name: "secuconnect.payment_waiting",
  created_at: daysAgo(8),
  sent_at: daysAgo(8),
}

/** An order that waits for its transfer. */
export function waitingCase(
  changes: { checkout?: Partial<AuditedCheckout>; order?: Partial<AuditedOrder> } = {},
): AuditedCase {
  const session = {
    id: "payses_1",
    provider_id: "pp_secuconnect_secuconnect",
    status: "pending_authorization",
    checkout_id: "scchk_1",
    amount: 31.9,
  }
  const collections = [collection([], { status: "awaiting", sessions: [session] })]
  return audited({
    orders: [order([], { payment_status: "awaiting", collections, ...changes.order })],
    checkouts: [
      checkout({
        ...{ secuconnect: isAwaited(3190), waiting_since: daysAgo(8), reminded_at: daysAgo(1) },
        ...{ instructions: {}, events: [TOLD] },
        ...changes.checkout,
      }),
    ],
  })
}

/** Two checkouts of one order. */
export function twice(
  one: Partial<AuditedCheckout>,
  other: Partial<AuditedCheckout>,
  bought = order([]),
): AuditedCase {
  return audited({
    orders: [bought],
    checkouts: [checkout(one), checkout({ id: "scchk_2", reference: "DEF", ...other })],
  })
}

/** Codes of the laws that are broken and of which nobody was told, each once. */
export const brokenIn = (found: AuditedCase) => [
  ...new Set(auditCase(found).violations.map(({ code }) => code)),
]

/** Codes of those of which somebody was told. */
export const knownIn = (found: AuditedCase) => [
  ...new Set(auditCase(found).known.map(({ code }) => code)),
]
