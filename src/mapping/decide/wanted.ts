import { placesOrder } from "../status/session-status"
import { meets } from "./amount-due"
import {
  SESSION_DELETED,
  type CheckoutState,
  type Decision,
  type MedusaPayment,
  type MedusaState,
} from "./decision"

/**
 * Whether nothing in Medusa needs this payment: the order was cancelled before it was paid, or other
 * payments have paid for it or promised to.
 */
export function isUnwanted(checkout: CheckoutState, medusa: MedusaState): boolean {
  const { payment } = medusa
  if (isCancelledUnpaid(medusa)) return true
  if (!payment) return isUnwantedUnbooked(checkout, medusa)
  if (payment.checkout_id !== checkout.id) return true
  return !payment.captured && (isEnded(payment) || isCovered(medusa))
}

/** The order has no payment of it yet. */
function isUnwantedUnbooked(checkout: CheckoutState, medusa: MedusaState): boolean {
  if (isCovered(medusa) || isNothingDue(checkout, medusa)) return true
  return asksForTooMuch(checkout, medusa) || isOfEarlierCart(checkout, medusa)
}

function isEnded({ canceled, is_withdrawn }: MedusaPayment): boolean {
  return canceled || is_withdrawn === true
}

/** Paid in a window that was left open, for a cart that has cost something else since. */
function isOfEarlierCart(
  { has_order, amount }: CheckoutState,
  { session_status, order }: MedusaState,
): boolean {
  if (has_order || order?.needs === undefined) return false
  return session_status === SESSION_DELETED && amount !== order.needs
}

/** Whether the order was placed without this payment, and others pay all that it costs. */
function isNothingDue({ status }: CheckoutState, { order, amount_due }: MedusaState): boolean {
  if (order === null || amount_due === undefined) return false
  return placesOrder(status) && amount_due.amount <= 0
}

function isCancelledUnpaid({ order, payment }: MedusaState): boolean {
  return order?.canceled === true && payment?.captured !== true
}

/** Whether other payments of the order leave nothing to pay. */
function isCovered({ order }: MedusaState): boolean {
  return order?.needs !== undefined && order.needs <= 0
}

/** Whether other payments pay for the order, or another transfer is waited for. */
export function countsOnOthers(medusa: MedusaState): boolean {
  return medusa.order?.waits_for_other === true || isCovered(medusa)
}

/**
 * Whether nothing was booked or promised yet and it would be more than the order needs: a page that
 * was opened before an edit, say. What an order already waits for stays, and money counts.
 */
function asksForTooMuch({ status, amount }: CheckoutState, { order }: MedusaState): boolean {
  if (order?.needs === undefined) return false
  return (status === "open" || status === "authorized") && amount > order.needs
}

/**
 * Whether the order has booked this payment. What changes at secuconnect after that, a refund say, is
 * no mismatch.
 */
export function isBooked({ id }: CheckoutState, medusa: MedusaState | null): boolean {
  if (!medusa?.order || !medusa.payment) return false
  return medusa.payment.captured && medusa.payment.checkout_id === id
}

/** Whether there is an order that this payment is for, disputed or not. */
export function isWantedByOrder(checkout: CheckoutState, medusa: MedusaState | null): boolean {
  return medusa?.order != null && !isUnwanted(checkout, medusa)
}

/** Medusa's own payment of it that still stands as authorized, and that a living order does not need. */
export function unneededPayment(
  checkout: CheckoutState,
  medusa: MedusaState,
): MedusaPayment | null {
  const { payment, order } = medusa
  if (payment?.checkout_id !== checkout.id || payment.captured || payment.canceled) return null
  return order?.canceled === false && isUnwanted(checkout, medusa) ? payment : null
}

/** Whether the cart costs something else now than was paid, less what else pays for it. */
export function isOtherAmount(checkout: CheckoutState, { amount_due }: MedusaState): boolean {
  return amount_due !== undefined && !meets(amount_due, checkout)
}

/** Not of a sum that is not due, of a payment that differs, or of the older one of two transfers. */
export function isToRemind({ act }: Decision, medusa: MedusaState | null): boolean {
  return act !== "report" && medusa?.order?.waits_for_newer !== true
}
