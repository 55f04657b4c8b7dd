import { isSpent } from "../status/spent"
import type { Attention } from "../words/findings"
import { decideBalance } from "./decide-balance"
import {
  CANCEL,
  GIVE_UP,
  NOTHING,
  report,
  SESSION_DELETED,
  type CheckoutState,
  type Decision,
  type MedusaPayment,
  type MedusaState,
} from "./decision"
import { isBooked, isOtherAmount, isUnwanted, isWantedByOrder } from "./wanted"

/** The payment is accepted, authorized, or waiting for a transfer. */
export function decidePaid(checkout: CheckoutState, medusa: MedusaState | null): Decision {
  if (isTakenByBank(checkout) && !isWantedByOrder(checkout, medusa)) return report("disputed")
  if (checkout.mismatch && !isBooked(checkout, medusa)) return decideMismatch(checkout, medusa)
  if (!medusa || isUnwanted(checkout, medusa)) return withoutOrder(checkout)
  return medusa.order
    ? decideForOrder(checkout, medusa, medusa.order)
    : decideForCart(checkout, medusa)
}

/** A returned debit or a chargeback: to refund it as well would give the money back twice. */
function isTakenByBank({ status, dispute }: CheckoutState): boolean {
  return status === "accepted" && dispute === "issue"
}

/** The same, and Medusa has an order that wants it. */
function decideForOrder(
  checkout: CheckoutState,
  medusa: MedusaState,
  order: NonNullable<MedusaState["order"]>,
): Decision {
  const { payment } = medusa
  if (checkout.status === "authorized" && !payment) return withSession(medusa, AUTHORIZE)
  if (checkout.status === "waiting") return decideForTransfer(checkout, medusa, order.canceled)
  if (checkout.status !== "accepted") return isTooHigh(checkout, order) ? TOO_HIGH : NOTHING
  return payment?.captured
    ? decideCaptured(checkout, payment, order)
    : decideUnbooked(checkout, medusa)
}

/**
 * Where Medusa has no payment yet, booking the capture authorizes one first, and our own
 * `authorizePayment` refuses money that is spent.
 */
function decideUnbooked(checkout: CheckoutState, medusa: MedusaState): Decision {
  if (!medusa.payment && checkout.effective_amount === 0) return report("payment_failed")
  if (!medusa.payment && checkout.orphan_policy === "keep") return NOTHING
  return withSession(medusa, bookCapture(medusa))
}

/** Without its session the core could book nothing of what the order counts on. */
function withSession({ session_status, payment }: MedusaState, decision: Decision): Decision {
  return session_status === SESSION_DELETED && !payment ? RESTORE : decision
}

const AUTHORIZE: Decision = { act: "book_authorization" }
const RESTORE: Decision = { act: "restore_session" }

function decideCaptured(
  checkout: CheckoutState,
  payment: MedusaPayment,
  { canceled, needs }: NonNullable<MedusaState["order"]>,
): Decision {
  // Nothing is cancelled by itself: a returned debit is a matter between people.
  if (checkout.dispute === "issue") return report("disputed")
  if (isPaidAgain(checkout, payment, needs)) return report("paid_twice")
  const difference = decideBalance(checkout, payment)
  return difference.act === "nothing" && canceled ? decideGiveBack(checkout, payment) : difference
}

/** Whether the order was paid otherwise while a debit was returned that has been paid after all. */
function isPaidAgain(
  { dispute }: CheckoutState,
  { captured_amount, refunded_amount }: MedusaPayment,
  needs: number | undefined,
): boolean {
  const left = captured_amount - refunded_amount
  if (dispute !== "issue_resolved" || needs === undefined || left <= 0) return false
  return needs + left <= 0
}

function decideForTransfer(
  checkout: CheckoutState,
  medusa: MedusaState,
  canceled: boolean,
): Decision {
  if (medusa.payment || canceled) return NOTHING
  if (checkout.is_expired) return { act: "expire_transfer" }
  const isTooMuch = medusa.order !== null && isTooHigh(checkout, medusa.order)
  return withSession(medusa, isTooMuch ? TOO_MUCH : NOTHING)
}

/** Whether more is promised than the order needs by now. */
function isTooHigh(
  { amount, amount_asked = amount }: CheckoutState,
  { canceled, needs = amount_asked }: NonNullable<MedusaState["order"]>,
): boolean {
  return !canceled && needs < amount_asked
}

/** secuconnect's transaction cannot be changed: a person cancels it, or gives the rest back. */
const TOO_MUCH = report("transfer_too_high")
/** The same; it is captured as a whole or not at all, and more than the order needs never is. */
const TOO_HIGH = report("authorization_too_high")

function bookCapture({ session_status, payment, amount }: MedusaState): Decision {
  const gone = session_status === SESSION_DELETED
  return { act: "book_capture", amount, ...(gone && payment ? { payment_id: payment.id } : {}) }
}

/** The same, and the cart is not an order yet. */
function decideForCart(checkout: CheckoutState, medusa: MedusaState): Decision {
  const { cart, session_status } = medusa
  const dead = session_status === "error" || session_status === "canceled"
  if (!cart || dead || isSpentOrGivenUp(checkout)) return withoutOrder(checkout)
  if (isOtherAmount(checkout, medusa)) return decideOtherAmount(checkout)
  if (checkout.is_outranked) return { act: "wait" }
  return { act: "complete_cart", cart_id: cart.id }
}

/** The cart may get its old total back: a setting refunds the money only when its tries are over. */
function decideOtherAmount(checkout: CheckoutState): Decision {
  const refunds = checkout.orphan_policy === "refund" && checkout.gives_up_cart
  return withoutOrder(refunds ? checkout : { ...checkout, orphan_policy: "ask" })
}

/**
 * Whether the cart gets no more tries: the money went back, is kept, or has waited long enough. Once the
 * promise was given up there is no order either when the money comes all the same.
 */
function isSpentOrGivenUp(checkout: CheckoutState): boolean {
  const { was_expired, gives_up_promise, orphan_policy, gives_up_cart } = checkout
  if (was_expired || gives_up_promise) return true
  return isSpent(checkout, orphan_policy === "keep" || gives_up_cart)
}

/** Money that is in is reported or refunded; what is only promised is cancelled. */
function withoutOrder(checkout: CheckoutState): Decision {
  if (checkout.status === "accepted") return decideOrphan(checkout, "orphaned")
  return checkout.gives_up_promise && !checkout.was_expired ? GIVE_UP : CANCEL
}

/** A payment that differs from what we asked for is left alone unless a person or a setting decides. */
function decideMismatch(checkout: CheckoutState, medusa: MedusaState | null): Decision {
  const { status, was_expired, gives_up_promise } = checkout
  if (status !== "accepted")
    return was_expired || gives_up_promise ? withoutOrder(checkout) : report("mismatch")
  return isWantedByOrder(checkout, medusa)
    ? decideMismatchOfOrder(checkout)
    : decideOrphan(checkout, "mismatch")
}

/** An order waits for this money: only a person gives it back, and then the order waits in vain. */
function decideMismatchOfOrder(checkout: CheckoutState): Decision {
  if (checkout.effective_amount === 0) return report("payment_failed")
  return checkout.is_resolved ? decideOrphan(checkout, "mismatch") : report("mismatch")
}

function decideOrphan(checkout: CheckoutState, attention: Attention): Decision {
  if (checkout.effective_amount === 0 || checkout.orphan_policy === "keep") return NOTHING
  if (checkout.orphan_policy !== "refund") return report(attention)
  // The answer to a refund may be lost, and it may still be carried out: a second one waits.
  return checkout.has_unresolved_request ? { act: "wait" } : { act: "refund_unwanted" }
}

/**
 * Cancelling an order refunds what was paid for it. When that refund fails, the core cancels the order
 * all the same; the refund is made up for here, unless a person has decided to keep the money.
 */
function decideGiveBack(checkout: CheckoutState, payment: MedusaPayment): Decision {
  if (!checkout.effective_amount || checkout.orphan_policy === "keep") return { act: "nothing" }
  return checkout.has_unresolved_request || payment.refund_is_fresh
    ? { act: "wait" }
    : { act: "refund_unwanted" }
}
