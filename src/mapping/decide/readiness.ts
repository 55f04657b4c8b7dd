import type { PaymentSource } from "../request/cart"
import type { Obstacle } from "../words/error-codes"
import type { AmountDue } from "../words/payments"
import { meets } from "./amount-due"
import type { MedusaState } from "./decision"
import { placesOrder } from "../status/session-status"
import type { CheckoutStatus } from "../status/status"

/** Everything that decides whether the shopper may go to the payment page now. */
export interface Readiness {
  medusa: MedusaState | null
  /** The newest Smart Transaction of the session, as the ledger has it. Amount in minor units. */
  checkout: (AmountDue & { status: CheckoutStatus | null }) | undefined
  source: PaymentSource
  /** What the cart costs, less what other sessions pay; null where there is no cart. */
  amount_due: AmountDue | null
  /** Another session of the cart has been paid. */
  paid_otherwise: boolean
  in_stock: boolean
}

/** The first thing that stands in the way; null when the shopper may go. */
export function obstacleOf(found: Readiness): Obstacle | null {
  const { medusa, checkout, paid_otherwise, in_stock } = found
  if (!medusa || !checkout) return "checkout_session_gone"
  const inPayment = obstacleInPayment(medusa, checkout.status ?? "open")
  if (inPayment) return inPayment
  if (paid_otherwise) return "checkout_already_paid"
  const inPurchase = obstacleInPurchase(found, medusa, checkout)
  return inPurchase ?? (in_stock ? null : "checkout_out_of_stock")
}

function obstacleInPurchase(
  found: Readiness,
  medusa: MedusaState,
  checkout: AmountDue,
): Obstacle | null {
  return found.source.cart
    ? obstacleInCart(found, checkout)
    : obstacleInOrder(medusa, checkout.amount)
}

function obstacleInCart({ source, amount_due }: Readiness, checkout: AmountDue): Obstacle | null {
  if (source.cart?.items.length === 0) return "checkout_cart_empty"
  return amount_due === null || meets(amount_due, checkout) ? null : "checkout_amount_changed"
}

/** A link that was opened before the order was edited, or paid otherwise. */
function obstacleInOrder({ order }: MedusaState, amount: number): Obstacle | null {
  if (order?.needs === undefined || amount <= order.needs) return null
  return order.needs > 0 ? "checkout_amount_changed" : "checkout_already_paid"
}

function obstacleInPayment(medusa: MedusaState, status: CheckoutStatus): Obstacle | null {
  if (medusa.payment ?? medusa.cart?.completed) return "checkout_already_completed"
  if (placesOrder(status)) return "checkout_already_paid"
  return status === "failed" || status === "cancelled" ? "checkout_failed" : null
}
