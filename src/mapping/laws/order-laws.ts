import { MathBN } from "@medusajs/framework/utils"
import { bookedOn, isAlive, paymentsOf } from "./booked"
import { creditLaws } from "./credit-laws"
import type { AuditedCase, AuditedCheckout, AuditedOrder } from "./facts"
import { toMinor } from "./iso-currency"
import { unequal, unless0, type Breach } from "./breach"
import { checkoutsOf, promisedFor } from "./promise-laws"

/** Whether an order's sums add up, and its status says what they say. */
export function orderLaws(audited: AuditedCase): Breach[] {
  return audited.orders.flatMap((order) => {
    if (!isAlive(order)) return balanceLaw(order)
    const sums = sumsOf(order, checkoutsOf(order, audited))
    return [
      ...balanceLaw(order),
      ...creditLaws(order),
      ...underpaidLaw(order, sums),
      ...statusLaw(order, sums),
    ]
  })
}

interface Sums {
  captured: number
  refunded: number
  left: number
  pending: number
  /** Of what is outstanding: what nobody has promised, and nobody is asked for. */
  unasked: number
}

function sumsOf(order: AuditedOrder, checkouts: AuditedCheckout[]): Sums {
  const pending = toMinor(order.pending_difference, order.currency_code)
  const covered = promisedFor(order, checkouts) + unbooked(checkouts) + askedFor(order)
  return {
    ...bookedOn(paymentsOf(order)),
    pending,
    unasked: Math.max(0, pending - covered),
  }
}

/** Money that is there and not booked yet: another law tells of it. */
function unbooked(checkouts: AuditedCheckout[]): number {
  return checkouts.reduce((sum, { secuconnect, payments }) => {
    return sum + Math.max(0, secuconnect.in + secuconnect.disputed - bookedOn(payments).left)
  }, 0)
}

const ASKED: ReadonlySet<string> = new Set(["not_paid", "awaiting", "requires_action"])

/** What customer or merchant still can pay with: the admin shows a link, or that it is awaited. */
function askedFor({ collections, currency_code }: AuditedOrder): number {
  const amounts = collections.filter(({ status }) => ASKED.has(status))
  return toMinor(
    amounts.map(({ amount }) => amount),
    currency_code,
  )
}

function balanceLaw(order: AuditedOrder): Breach[] {
  const { total, shown_total, is_returning } = order
  const { transactions, pending_difference, currency_code } = order
  const paid = MathBN.sum(0, ...transactions.map(({ amount }) => amount))
  const expected = toMinor(MathBN.sub(total, paid), currency_code)
  const found = toMinor(pending_difference, currency_code)
  const shown = is_returning ? total : shown_total
  const totals = { expected: toMinor(total, currency_code), found: toMinor(shown, currency_code) }
  return [...unequal("order_balance", { expected, found }), ...unequal("order_total", totals)]
}

function underpaidLaw({ status }: AuditedOrder, { unasked, refunded, left }: Sums): Breach[] {
  if (status === "draft") return []
  const isGivenBack = refunded > 0 && left === 0
  return [
    ...unless0("order_underpaid", unasked),
    ...(isGivenBack ? unless0("refunded_but_alive", unasked) : []),
  ]
}

/** Of nothing that was captured one of these is shown, of everything else none. */
const UNPAID: ReadonlySet<string> = new Set([
  "not_paid",
  "awaiting",
  "authorized",
  "partially_authorized",
  "canceled",
])

/**
 * Medusa's status takes a collection for refunded of which no more than the smallest unit is left: its
 * comparison has a tolerance of that.
 *
 * @see node_modules/@medusajs/core-flows/dist/order/utils/aggregate-status.js
 */
const tolerance = ({ collections }: AuditedOrder): number => collections.length

function statusLaw(order: AuditedOrder, sums: Sums): Breach[] {
  const { payment_status } = order
  const { captured, refunded, left, pending } = sums
  if (UNPAID.has(payment_status)) return unless0("payment_status", captured)
  if (payment_status === "captured") {
    return [
      ...unless0("payment_status", Math.max(0, pending)),
      ...unless0("payment_status", refunded),
    ]
  }
  if (payment_status === "refunded") {
    return left <= tolerance(order) ? [] : unless0("payment_status", left)
  }
  if (payment_status !== "partially_refunded" || refunded > 0) return []
  return unequal("payment_status", { expected: captured, found: refunded })
}
