import type { CheckoutState, Decision, MedusaState } from "../../../../src/mapping/decide/decision"
import { SESSION_STATUS } from "../../../../src/mapping/status/session-status"

export const aCheckout = (fields: Partial<CheckoutState> = {}): CheckoutState => ({
  id: "checkout_1",
  status: "open",
  amount: 4485,
  currency_code: "eur",
  mismatch: null,
  dispute: null,
  is_unclear: false,
  is_unclear_for_long: false,
  cancel_requested: false,
  superseded: false,
  is_test_payment: false,
  has_order: false,
  tried: true,
  effective_amount: null,
  surplus_amount: 0,
  has_unresolved_request: false,
  is_outranked: false,
  is_abandoned: false,
  is_expired: false,
  was_expired: false,
  cancels_expired: false,
  orphan_policy: "ask",
  is_resolved: false,
  gives_up_cart: false,
  gives_up_promise: false,
  ...fields,
})

/** A session with a cart that nobody has completed. */
export const aCart = (fields: Partial<MedusaState> = {}): MedusaState => ({
  session_status: "pending",
  amount: 44.85,
  cart: { id: "cart_1", completed: false },
  order: null,
  payment: null,
  ...fields,
})

type Payment = NonNullable<MedusaState["payment"]>

export const aPaymentOf = (checkout_id: string | null, fields: Partial<Payment> = {}): Payment => ({
  id: "pay_1",
  captured: false,
  canceled: false,
  checkout_id,
  captured_amount: fields.captured ? 4485 : 0,
  refunded_amount: 0,
  refund_is_fresh: false,
  ...fields,
})

/** An order that was placed on a promise: the core makes no payment for it. */
export const aWaitingOrder = (fields: Partial<MedusaState> = {}): MedusaState => ({
  session_status: "pending_authorization",
  amount: 44.85,
  cart: { id: "cart_1", completed: true },
  order: { id: "order_1", canceled: false },
  payment: null,
  ...fields,
})

export const anAuthorizedOrder = (fields: Partial<MedusaState> = {}): MedusaState =>
  aWaitingOrder({ session_status: "authorized", payment: aPaymentOf("checkout_1"), ...fields })

export const aPaidOrder = (fields: Partial<MedusaState> = {}): MedusaState =>
  aWaitingOrder({
    session_status: "captured",
    payment: aPaymentOf("checkout_1", { captured: true }),
    ...fields,
  })

export interface World {
  checkout: CheckoutState
  medusa: MedusaState | null
}

type Effects = { [Act in Decision["act"]]?: (world: World, decision: Decision) => World }

/** What changes more than Medusa's session, cart and payment. */
const EFFECTS: Effects = {
  cancel_transaction: ({ checkout, medusa }) => ({
    checkout: { ...checkout, status: "cancelled" },
    medusa,
  }),
  give_up_promise: ({ checkout, medusa }) => ({
    checkout: { ...checkout, status: "cancelled", was_expired: true, gives_up_promise: false },
    medusa,
  }),
  expire_transfer: ({ checkout, medusa }) => ({
    checkout: { ...checkout, status: "cancelled", was_expired: true },
    medusa,
  }),
  cancel_payment: ({ checkout, medusa }) => ({
    checkout: { ...checkout, status: "cancelled" },
    medusa: closed(medusa),
  }),
  restore_session: ({ checkout, medusa }) => ({
    checkout: { ...checkout, cancel_requested: false },
    medusa: medusa && { ...medusa, session_status: "pending_authorization" },
  }),
  // While the refund is under way the money still counts as accepted; only its amount is gone.
  refund_unwanted: ({ checkout, medusa }) => ({
    checkout: { ...checkout, effective_amount: 0, gives_up_cart: false },
    medusa: closed(medusa),
  }),
  forget_cancellation: ({ checkout, medusa }) => ({
    checkout: { ...checkout, cancel_requested: false },
    medusa,
  }),
  book_refund: ({ checkout, medusa }, decision) => {
    const amount = decision.act === "book_refund" ? decision.amount : 0
    return { checkout, medusa: medusa && refunded(medusa, amount) }
  },
  cancel_order: ({ checkout, medusa }) => ({
    checkout,
    medusa: medusa && { ...medusa, order: medusa.order && { ...medusa.order, canceled: true } },
  }),
}

/** The world after a decision was carried out and everything worked. */
export function after(world: World, decision: Decision): World {
  const { checkout, medusa } = world
  const effect = EFFECTS[decision.act]
  if (effect) return effect(world, decision)
  return { checkout, medusa: medusa && medusaAfter(checkout, medusa, decision.act) }
}

function refunded(medusa: MedusaState, amount: number): MedusaState {
  const { payment } = medusa
  if (!payment) return medusa
  return { ...medusa, payment: { ...payment, refunded_amount: payment.refunded_amount + amount } }
}

/** The payment of an orphan is closed in Medusa's books as well. */
function closed(medusa: MedusaState | null): MedusaState | null {
  if (!medusa?.payment) return medusa
  const { payment } = medusa
  return {
    ...medusa,
    payment: { ...payment, canceled: true, refunded_amount: payment.captured_amount },
  }
}

function medusaAfter(
  checkout: CheckoutState,
  medusa: MedusaState,
  act: Decision["act"],
): MedusaState {
  const session_status = SESSION_STATUS[checkout.status]
  const captured = checkout.status === "accepted"
  const payment = checkout.status === "waiting" ? null : aPaymentOf(checkout.id, { captured })
  if (act === "fail_session") return { ...medusa, session_status }
  if (act === "book_capture" || act === "book_authorization")
    return { ...medusa, session_status, payment }
  if (act !== "complete_cart") return medusa
  const cart = medusa.cart && { ...medusa.cart, completed: true }
  return { ...medusa, session_status, payment, cart, order: { id: "order_1", canceled: false } }
}
