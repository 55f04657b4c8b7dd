import { balance, giveBack } from "./decide-balance"
import {
  SESSION_DELETED,
  type CheckoutState,
  type Decision,
  type MedusaState,
  type PaymentView,
} from "./decision"
import type { Attention } from "../words/findings"
import { placesOrder } from "../status/session-status"

const NOTHING: Decision = { act: "nothing" }
const CANCEL: Decision = { act: "cancel_transaction" }

/**
 * Decides what a finding at secuconnect means for Medusa. Pure; the same input twice gives the same
 * decision, and once it is carried out, "nothing".
 */
export function decide(checkout: CheckoutState, view: MedusaState | null): Decision {
  if (checkout.is_test_payment) return isLeftOpen(checkout) ? CANCEL : NOTHING
  return placesOrder(checkout.status) ? decidePaid(checkout, view) : decideUnpaid(checkout, view)
}

/** Money, or the promise of it, is there. */
function decidePaid(checkout: CheckoutState, view: MedusaState | null): Decision {
  if (isTakenByBank(checkout) && !isWanted(checkout, view)) return report("disputed")
  if (checkout.mismatch && !isBooked(checkout, view)) return decideOdd(checkout)
  if (!view || isForSomethingElse(checkout, view)) return withoutOrder(checkout)
  return view.order ? decideForOrder(checkout, view, view.order) : decideForCart(checkout, view)
}

/** A returned debit or a chargeback: whoever gives that back gives it twice. */
function isTakenByBank({ status, dispute }: CheckoutState): boolean {
  return status === "accepted" && dispute === "issue"
}

/** By an order on which it is booked, disputed or not. */
function isWanted(checkout: CheckoutState, view: MedusaState | null): boolean {
  return view?.order != null && !isForSomethingElse(checkout, view)
}

/** Money, or the promise of it, is there and Medusa has an order that wants it. */
function decideForOrder(
  checkout: CheckoutState,
  view: MedusaState,
  order: NonNullable<MedusaState["order"]>,
): Decision {
  const { payment } = view
  if (checkout.status === "authorized" && !payment) return { act: "book_authorization" }
  if (checkout.status === "waiting") return decideForTransfer(checkout, payment, order.canceled)
  if (checkout.status !== "accepted") return NOTHING
  return payment?.captured
    ? decideCaptured(checkout, payment, order)
    : decideUnbooked(checkout, view)
}

/** Without a payment the core asks whether the money is there, and is told no where it is spent. */
function decideUnbooked(checkout: CheckoutState, view: MedusaState): Decision {
  if (!view.payment && checkout.effective_amount === 0) return report("payment_failed")
  if (!view.payment && checkout.orphan === "keep") return NOTHING
  return bookCapture(view)
}

function decideCaptured(
  checkout: CheckoutState,
  payment: PaymentView,
  { canceled }: NonNullable<MedusaState["order"]>,
): Decision {
  // Nothing is cancelled by itself: a returned debit is a matter between people.
  if (checkout.dispute === "issue") return report("disputed")
  const difference = balance(checkout, payment)
  return difference.act === "nothing" && canceled ? giveBack(checkout, payment) : difference
}

function decideForTransfer(
  { is_expired }: CheckoutState,
  payment: PaymentView | null,
  canceled: boolean,
): Decision {
  return is_expired && !payment && !canceled ? { act: "expire_transfer" } : NOTHING
}

function bookCapture({ session_status, payment, amount }: MedusaState): Decision {
  const gone = session_status === SESSION_DELETED
  return { act: "book_capture", amount, ...(gone && payment ? { payment_id: payment.id } : {}) }
}

/** Money, or the promise of it, is there and the cart is not an order yet. */
function decideForCart(checkout: CheckoutState, { cart, session_status }: MedusaState): Decision {
  const dead = session_status === "error" || session_status === "canceled"
  return cart && !dead && !isSpent(checkout)
    ? { act: "complete_cart", cart_id: cart.id }
    : withoutOrder(checkout)
}

/** Given back, kept by a person, or on its way back: no order may be placed on it any more. */
function isSpent({ status, effective_amount, orphan, gives_up_cart }: CheckoutState): boolean {
  return status === "accepted" && (effective_amount === 0 || orphan === "keep" || gives_up_cart)
}

/** Money that is in is reported or given back; a promise is given back. */
function withoutOrder(checkout: CheckoutState): Decision {
  return checkout.status === "accepted" ? decideOrphan(checkout, "orphaned") : CANCEL
}

/** What differs from what we asked for is not touched unless a person says so. */
function decideOdd(checkout: CheckoutState): Decision {
  return checkout.status === "accepted" && checkout.orphan !== "ask"
    ? decideOrphan(checkout, "mismatch")
    : report("mismatch")
}

function decideOrphan(checkout: CheckoutState, attention: Attention): Decision {
  if (checkout.effective_amount === 0 || checkout.orphan === "keep") return NOTHING
  return checkout.orphan === "refund" ? { act: "refund_orphan" } : report(attention)
}

function decideUnpaid(checkout: CheckoutState, view: MedusaState | null): Decision {
  // A status that nobody knows may mean anything, also that the money is in.
  if (checkout.status === "unknown") return NOTHING
  return checkout.status === "open" ? decideOpen(checkout, view) : decideDead(checkout, view)
}

function decideOpen(checkout: CheckoutState, view: MedusaState | null): Decision {
  if (!view || checkout.superseded || isForSomethingElse(checkout, view)) return CANCEL
  if (isLeftOpen(checkout)) return CANCEL
  return checkout.cancel_requested ? { act: "forget_cancellation" } : NOTHING
}

function isLeftOpen({ status, is_abandoned }: CheckoutState): boolean {
  return status === "open" && is_abandoned
}

/** Nothing will come of the transaction any more; what Medusa has booked of it must be given back. */
function decideDead(checkout: CheckoutState, view: MedusaState | null): Decision {
  if (!view) return NOTHING
  const { payment, order } = view
  if (payment?.captured && payment.checkout_id === checkout.id) return balance(checkout, payment)
  return order ? decideDeadOrder(checkout, view, order) : decideDeadCart(checkout, view)
}

function decideDeadCart({ superseded }: CheckoutState, view: MedusaState): Decision {
  const untold = view.session_status === "pending" && !view.payment
  return untold && !superseded ? { act: "fail_session" } : NOTHING
}

function decideDeadOrder(
  checkout: CheckoutState,
  view: MedusaState,
  { id, canceled, paid_otherwise }: NonNullable<MedusaState["order"]>,
): Decision {
  if (canceled || !isAwaited(checkout, view)) return NOTHING
  if (isCovered(view)) return NOTHING
  if (!checkout.was_expired) return report("payment_failed")
  // Cancelling an order gives back all that was paid for it, the other payment too.
  return checkout.cancels_expired && !paid_otherwise
    ? { act: "cancel_order", order_id: id }
    : report("payment_expired")
}

/** Medusa's order still counts on this transaction. */
function isAwaited({ id, superseded, tried }: CheckoutState, { payment }: MedusaState): boolean {
  if (!payment) return !superseded && tried
  return payment.checkout_id === id && !payment.captured && !payment.canceled
}

/** The order is cancelled, or another transaction or another session has paid for it. */
function isForSomethingElse(checkout: CheckoutState, view: MedusaState): boolean {
  const { payment } = view
  if (payment) return payment.checkout_id !== checkout.id || isCancelledUnpaid(view)
  return isCancelledUnpaid(view) || (placesOrder(checkout.status) && isCovered(view))
}

function isCancelledUnpaid({ order, payment }: MedusaState): boolean {
  return order?.canceled === true && payment?.captured !== true
}

/** What the order's first payment was for; what a payment link asks for is the merchant's decision. */
function isCovered({ order, cart }: MedusaState): boolean {
  return cart !== null && order?.paid_otherwise === "wholly"
}

/** The order has this money already; what changes at secuconnect later, a refund say, is no mismatch. */
function isBooked({ id }: CheckoutState, view: MedusaState | null): boolean {
  if (!view?.order || !view.payment) return false
  return view.payment.captured && view.payment.checkout_id === id
}

function report(attention: Attention): Decision {
  return { act: "report", attention }
}
