import { decideBalance } from "./decide-balance"
import {
  CANCEL,
  NOTHING,
  report,
  type CheckoutState,
  type Decision,
  type MedusaState,
} from "./decision"
import { isCovered, isForSomethingElse } from "./wanted"

export function decideUnpaid(checkout: CheckoutState, view: MedusaState | null): Decision {
  // A status that nobody knows may mean anything, also that the money is in.
  if (checkout.status === "unknown") return NOTHING
  return checkout.status === "open" ? decideOpen(checkout, view) : decideDead(checkout, view)
}

function decideOpen(checkout: CheckoutState, view: MedusaState | null): Decision {
  if (!view || checkout.superseded || isForSomethingElse(checkout, view)) return CANCEL
  if (isLeftOpen(checkout)) return CANCEL
  return checkout.cancel_requested ? { act: "forget_cancellation" } : NOTHING
}

export function isLeftOpen({ status, is_abandoned }: CheckoutState): boolean {
  return status === "open" && is_abandoned
}

/** Nothing will come of the transaction any more; what Medusa has booked of it must be given back. */
function decideDead(checkout: CheckoutState, view: MedusaState | null): Decision {
  if (!view) return NOTHING
  const { payment, order } = view
  if (payment?.captured && payment.checkout_id === checkout.id)
    return decideBalance(checkout, payment)
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
