import { decideBalance } from "./decide-balance"
import {
  CANCEL,
  NOTHING,
  report,
  type CheckoutState,
  type Decision,
  type MedusaState,
} from "./decision"
import { isCovered, isUnwanted } from "./wanted"

export function decideUnpaid(checkout: CheckoutState, medusa: MedusaState | null): Decision {
  // A status that nobody knows may mean anything, also that the money is in.
  if (checkout.status === "unknown") return NOTHING
  return checkout.status === "open" ? decideOpen(checkout, medusa) : decideDead(checkout, medusa)
}

function decideOpen(checkout: CheckoutState, medusa: MedusaState | null): Decision {
  if (!medusa || checkout.superseded || isUnwanted(checkout, medusa)) return CANCEL
  if (isLeftOpen(checkout)) return CANCEL
  return checkout.cancel_requested ? { act: "forget_cancellation" } : NOTHING
}

export function isLeftOpen({ status, is_abandoned }: CheckoutState): boolean {
  return status === "open" && is_abandoned
}

/** The transaction failed or was cancelled; what Medusa has booked of it must be taken back. */
function decideDead(checkout: CheckoutState, medusa: MedusaState | null): Decision {
  if (!medusa) return NOTHING
  const { payment, order } = medusa
  if (payment?.captured && payment.checkout_id === checkout.id)
    return decideBalance(checkout, payment)
  return order ? decideDeadOrder(checkout, medusa, order) : decideDeadCart(checkout, medusa)
}

function decideDeadCart({ superseded }: CheckoutState, medusa: MedusaState): Decision {
  const untold = medusa.session_status === "pending" && !medusa.payment
  return untold && !superseded ? { act: "fail_session" } : NOTHING
}

function decideDeadOrder(
  checkout: CheckoutState,
  medusa: MedusaState,
  { id, canceled, paid_otherwise }: NonNullable<MedusaState["order"]>,
): Decision {
  if (canceled || !isAwaited(checkout, medusa)) return NOTHING
  if (isCovered(medusa)) return NOTHING
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
