import type { CheckoutState, Decision, MedusaView } from "../../../../src/mapping/decide"
import { SESSION_STATUS } from "../../../../src/mapping/session-status"

export const aCheckout = (fields: Partial<CheckoutState> = {}): CheckoutState => ({
  id: "checkout_1",
  truth: "open",
  mismatch: null,
  dispute: null,
  cancel_requested: false,
  replaced: false,
  ...fields,
})

/** A session with a cart that nobody has completed. */
export const aCart = (fields: Partial<MedusaView> = {}): MedusaView => ({
  session_status: "pending",
  amount: 44.85,
  cart: { id: "cart_1", completed: false },
  order: null,
  payment: null,
  ...fields,
})

type Payment = NonNullable<MedusaView["payment"]>

export const aPaymentOf = (checkout_id: string, fields: Partial<Payment> = {}): Payment => ({
  id: "pay_1",
  captured: false,
  canceled: false,
  checkout_id,
  ...fields,
})

/** An order that was placed on a promise: the core makes no payment for it. */
export const aWaitingOrder = (fields: Partial<MedusaView> = {}): MedusaView => ({
  session_status: "pending_authorization",
  amount: 44.85,
  cart: { id: "cart_1", completed: true },
  order: { id: "order_1", canceled: false },
  payment: null,
  ...fields,
})

export const anAuthorizedOrder = (fields: Partial<MedusaView> = {}): MedusaView =>
  aWaitingOrder({ session_status: "authorized", payment: aPaymentOf("checkout_1"), ...fields })

export const aPaidOrder = (fields: Partial<MedusaView> = {}): MedusaView =>
  aWaitingOrder({
    session_status: "captured",
    payment: aPaymentOf("checkout_1", { captured: true }),
    ...fields,
  })

export interface World {
  checkout: CheckoutState
  view: MedusaView | null
}

/** The world after a decision was carried out and everything worked. */
export function after({ checkout, view }: World, decision: Decision): World {
  const { act } = decision
  if (act === "cancel_transaction") return { checkout: { ...checkout, truth: "cancelled" }, view }
  if (act === "forget_cancellation") {
    return { checkout: { ...checkout, cancel_requested: false }, view }
  }
  return { checkout, view: view && viewAfter(checkout, view, act) }
}

function viewAfter(checkout: CheckoutState, view: MedusaView, act: Decision["act"]): MedusaView {
  const session_status = SESSION_STATUS[checkout.truth]
  const captured = checkout.truth === "accepted"
  const payment = checkout.truth === "waiting" ? null : aPaymentOf(checkout.id, { captured })
  if (act === "fail_session") return { ...view, session_status }
  if (act === "book_capture" || act === "book_authorization")
    return { ...view, session_status, payment }
  if (act !== "complete_cart") return view
  const cart = view.cart && { ...view.cart, completed: true }
  return { ...view, session_status, payment, cart, order: { id: "order_1", canceled: false } }
}
