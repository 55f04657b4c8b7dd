import { cartTotal } from "../request/basket"
import type { Cart, PaymentSource } from "../request/cart"
import type { MedusaState } from "./decision"
import { placesOrder } from "../status/session-status"
import type { CheckoutStatus } from "../status/status"

/** Why a shopper should not be sent to the payment page; doubles as the code of the sentence. */
export type Obstacle =
  | "checkout_session_gone"
  | "checkout_already_completed"
  | "checkout_already_paid"
  | "checkout_failed"
  | "checkout_cart_empty"
  | "checkout_amount_changed"
  | "checkout_out_of_stock"

/** Everything that decides whether the shopper may go to the payment page now. */
export interface Readiness {
  medusa: MedusaState | null
  /** The newest Smart Transaction of the session, as the ledger has it. Amount in minor units. */
  checkout: { status: CheckoutStatus | null; amount: number } | undefined
  source: PaymentSource
  in_stock: boolean
}

/** The first thing that stands in the way; null when the shopper may go. */
export function obstacleOf({ medusa, checkout, source, in_stock }: Readiness): Obstacle | null {
  if (!medusa || !checkout) return "checkout_session_gone"
  const inPayment = obstacleInPayment(medusa, checkout.status ?? "open")
  const inPurchase = source.cart
    ? obstacleInCart(source.cart, checkout.amount)
    : obstacleInOrder(medusa, checkout.amount)
  return inPayment ?? inPurchase ?? (in_stock ? null : "checkout_out_of_stock")
}

function obstacleInCart(cart: Cart, amount: number): Obstacle | null {
  if (cart.items.length === 0) return "checkout_cart_empty"
  return cartTotal(cart) === amount ? null : "checkout_amount_changed"
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
