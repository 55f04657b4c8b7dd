import type { BigNumberValue } from "@medusajs/framework/types"
import { placesOrder } from "./session-status"
import type { Judgement } from "./truth"

/**
 * What Medusa holds for the payment session of a checkout; null when the session is gone and no
 * order counts on a payment of it.
 */
export interface MedusaView {
  /** `SESSION_DELETED` when a later session took its place and only its payment is left. */
  session_status: string
  /** Of the session, in major units, as unrounded as Medusa keeps it. */
  amount: BigNumberValue
  cart: { id: string; completed: boolean } | null
  order: { id: string; canceled: boolean } | null
  /**
   * A server that dies while it places an order can leave one that its cart knows and its payment
   * collection does not: nothing could be booked on it.
   */
  missing_link?: { order_id: string; payment_collection_id: string }
  payment: { id: string; captured: boolean; canceled: boolean; checkout_id: string | null } | null
}

/** The core deletes a session whenever another one is started, even under an order. */
export const SESSION_DELETED = "deleted"

/** One checkout as the ledger has it, after a look at secuconnect. */
export interface CheckoutState extends Pick<Judgement, "truth"> {
  id: string
  mismatch: string | null
  /** `issue`: a returned debit or a chargeback. */
  dispute: string | null
  /** The session was deleted or this transaction replaced, as the ledger was told. */
  cancel_requested: boolean
  replaced: boolean
}

/** The one thing to do next. */
export type Decision =
  | { act: "nothing" }
  | { act: "complete_cart"; cart_id: string }
  /** `payment_id`: of a payment whose session is gone. */
  | { act: "book_capture"; amount: BigNumberValue; payment_id?: string }
  | { act: "book_authorization" }
  | { act: "fail_session" }
  | { act: "cancel_transaction" }
  | { act: "forget_cancellation" }
  | { act: "report"; attention: Attention }

/** Why a person should look at a checkout. */
export type Attention =
  "mismatch" | "paid_without_order" | "payment_failed" | "not_booked" | "disputed"

const NOTHING: Decision = { act: "nothing" }

/**
 * Decides what a finding at secuconnect means for Medusa. Pure; the same input twice gives the same
 * decision, and once it is carried out, "nothing".
 */
export function decide(checkout: CheckoutState, view: MedusaView | null): Decision {
  if (!placesOrder(checkout.truth)) return decideUnpaid(checkout, view)
  if (checkout.mismatch && !isBooked(checkout, view)) return report("mismatch")
  if (!view || isForSomethingElse(checkout, view)) return withoutOrder(checkout)
  return view.order ? decideForOrder(checkout, view) : decideForCart(checkout, view)
}

/** Money, or the promise of it, is there and Medusa has an order that wants it. */
function decideForOrder(checkout: CheckoutState, view: MedusaView): Decision {
  const { payment } = view
  if (checkout.truth === "authorized" && !payment) return { act: "book_authorization" }
  if (checkout.truth !== "accepted") return NOTHING
  if (!payment?.captured) return bookCapture(view)
  // Nothing is cancelled by itself: a returned debit is a matter between people.
  return checkout.dispute === "issue" ? report("disputed") : NOTHING
}

function bookCapture({ session_status, payment, amount }: MedusaView): Decision {
  const gone = session_status === SESSION_DELETED
  return { act: "book_capture", amount, ...(gone && payment ? { payment_id: payment.id } : {}) }
}

/** Money, or the promise of it, is there and the cart is not an order yet. */
function decideForCart(checkout: CheckoutState, { cart, session_status }: MedusaView): Decision {
  const dead = session_status === "error" || session_status === "canceled"
  return cart && !dead ? { act: "complete_cart", cart_id: cart.id } : withoutOrder(checkout)
}

/** Money that is in is reported; a promise is given back. */
function withoutOrder({ truth }: CheckoutState): Decision {
  return truth === "accepted" ? report("paid_without_order") : { act: "cancel_transaction" }
}

function decideUnpaid(checkout: CheckoutState, view: MedusaView | null): Decision {
  if (checkout.truth === "failed" || checkout.truth === "cancelled")
    return decideDead(checkout, view)
  // A status that nobody knows may mean anything, also that the money is in.
  if (checkout.truth === "unknown") return NOTHING
  if (!view || checkout.replaced || isForSomethingElse(checkout, view)) {
    return { act: "cancel_transaction" }
  }
  return checkout.cancel_requested ? { act: "forget_cancellation" } : NOTHING
}

/** Nothing will come of the transaction any more. */
function decideDead(checkout: CheckoutState, view: MedusaView | null): Decision {
  if (!view) return NOTHING
  if (view.order) return isAwaited(checkout, view) ? report("payment_failed") : NOTHING
  const untold = view.session_status === "pending" && !view.payment
  return untold && !checkout.replaced ? { act: "fail_session" } : NOTHING
}

/** Medusa's order still counts on this transaction. */
function isAwaited({ id, replaced }: CheckoutState, { order, payment }: MedusaView): boolean {
  if (order?.canceled) return false
  if (!payment) return !replaced
  return payment.checkout_id === id && !payment.captured && !payment.canceled
}

/** The order is cancelled, or another transaction of the same session has paid for it. */
function isForSomethingElse(checkout: CheckoutState, { order, payment }: MedusaView): boolean {
  const otherPaid = payment !== null && payment.checkout_id !== checkout.id
  const canceled = order?.canceled === true && payment?.captured !== true
  return otherPaid || canceled
}

/** The order has this money already; what changes at secuconnect later, a refund say, is no mismatch. */
function isBooked({ id }: CheckoutState, view: MedusaView | null): boolean {
  if (!view?.order || !view.payment) return false
  return view.payment.captured && view.payment.checkout_id === id
}

function report(attention: Attention): Decision {
  return { act: "report", attention }
}
