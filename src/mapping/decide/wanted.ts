import { placesOrder } from "../status/session-status"
import type { CheckoutState, MedusaState } from "./decision"

/** The order is cancelled, or another transaction or another session has paid for it. */
export function isForSomethingElse(checkout: CheckoutState, view: MedusaState): boolean {
  const { payment } = view
  if (payment) return payment.checkout_id !== checkout.id || isCancelledUnpaid(view)
  return isCancelledUnpaid(view) || (placesOrder(checkout.status) && isCovered(view))
}

function isCancelledUnpaid({ order, payment }: MedusaState): boolean {
  return order?.canceled === true && payment?.captured !== true
}

/** What the order's first payment was for; what a payment link asks for is the merchant's decision. */
export function isCovered({ order, cart }: MedusaState): boolean {
  return cart !== null && order?.paid_otherwise === "wholly"
}

/** The order has this money already; what changes at secuconnect later, a refund say, is no mismatch. */
export function isBooked({ id }: CheckoutState, view: MedusaState | null): boolean {
  if (!view?.order || !view.payment) return false
  return view.payment.captured && view.payment.checkout_id === id
}

/** By an order on which it is booked, disputed or not. */
export function isWanted(checkout: CheckoutState, view: MedusaState | null): boolean {
  return view?.order != null && !isForSomethingElse(checkout, view)
}
