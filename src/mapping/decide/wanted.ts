import { placesOrder } from "../status/session-status"
import type { CheckoutState, MedusaState } from "./decision"

/**
 * Whether nothing in Medusa needs this payment: the order was cancelled before it was paid, or is
 * paid by another transaction or another session.
 */
export function isUnwanted(checkout: CheckoutState, medusa: MedusaState): boolean {
  const { payment } = medusa
  if (payment) return payment.checkout_id !== checkout.id || isCancelledUnpaid(medusa)
  return isCancelledUnpaid(medusa) || (placesOrder(checkout.status) && isCovered(medusa))
}

function isCancelledUnpaid({ order, payment }: MedusaState): boolean {
  return order?.canceled === true && payment?.captured !== true
}

/**
 * Whether the order is fully paid by other sessions. Only asked for the cart's own payment: whether a
 * payment link is still needed is the merchant's decision.
 */
export function isCovered({ order, cart }: MedusaState): boolean {
  return cart !== null && order?.paid_otherwise === "wholly"
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
