import { isSpent } from "../status/spent"
import type { Attention } from "../words/findings"
import { decideBalance } from "./decide-balance"
import {
  CANCEL,
  NOTHING,
  report,
  SESSION_DELETED,
  type CheckoutState,
  type Decision,
  type MedusaPayment,
  type MedusaState,
} from "./decision"
import { isBooked, isForSomethingElse, isWanted } from "./wanted"

/** Money, or the promise of it, is there. */
export function decidePaid(checkout: CheckoutState, view: MedusaState | null): Decision {
  if (isTakenByBank(checkout) && !isWanted(checkout, view)) return report("disputed")
  if (checkout.mismatch && !isBooked(checkout, view)) return decideOdd(checkout)
  if (!view || isForSomethingElse(checkout, view)) return withoutOrder(checkout)
  return view.order ? decideForOrder(checkout, view, view.order) : decideForCart(checkout, view)
}

/** A returned debit or a chargeback: whoever gives that back gives it twice. */
function isTakenByBank({ status, dispute }: CheckoutState): boolean {
  return status === "accepted" && dispute === "issue"
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
  payment: MedusaPayment,
  { canceled }: NonNullable<MedusaState["order"]>,
): Decision {
  // Nothing is cancelled by itself: a returned debit is a matter between people.
  if (checkout.dispute === "issue") return report("disputed")
  const difference = decideBalance(checkout, payment)
  return difference.act === "nothing" && canceled ? decideGiveBack(checkout, payment) : difference
}

function decideForTransfer(
  { is_expired }: CheckoutState,
  payment: MedusaPayment | null,
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
  return cart && !dead && !isSpentOrGivenUp(checkout)
    ? { act: "complete_cart", cart_id: cart.id }
    : withoutOrder(checkout)
}

/** Completing the cart may have failed for so long that the money goes back. */
function isSpentOrGivenUp(checkout: CheckoutState): boolean {
  return isSpent(checkout, checkout.orphan === "keep" || checkout.gives_up_cart)
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

/**
 * Who cancels an order gives back what is paid. Where that failed the core cancels the order all the
 * same, so it is made up for, unless a person keeps the money.
 */
function decideGiveBack(checkout: CheckoutState, payment: MedusaPayment): Decision {
  if (!checkout.effective_amount || checkout.orphan === "keep") return { act: "nothing" }
  return checkout.has_open_request || payment.refund_is_fresh
    ? { act: "wait" }
    : { act: "refund_orphan" }
}
