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
import { countsOnOthers, isUnwanted, unneededPayment } from "./wanted"

export function decideUnpaid(checkout: CheckoutState, medusa: MedusaState | null): Decision {
  // A status that nobody knows may mean anything, also that the money is in.
  if (checkout.status === "unknown") return NOTHING
  return checkout.status === "open" ? decideOpen(checkout, medusa) : decideDead(checkout, medusa)
}

function decideOpen(checkout: CheckoutState, medusa: MedusaState | null): Decision {
  if (!medusa || checkout.superseded || isUnwanted(checkout, medusa)) return CANCEL
  if (isLeftOpen(checkout) || medusa.session_status === SESSION_DELETED) return CANCEL
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
    return decideDeadCapture(checkout, payment, order)
  return order ? decideDeadOrder(checkout, medusa, order) : decideDeadCart(checkout, medusa)
}

/** Captured, and then denied: no amount is left that could be compared. */
function decideDeadCapture(
  checkout: CheckoutState,
  payment: MedusaPayment,
  order: MedusaState["order"],
): Decision {
  if (checkout.effective_amount !== null) return decideBalance(checkout, payment)
  const amount = payment.captured_amount - payment.refunded_amount
  if (amount <= 0 || !order) return NOTHING
  if (checkout.is_unclear || !isOwedNoMore(order)) return tellLost(checkout, order)
  return payment.refund_is_fresh
    ? { act: "wait" }
    : { act: "book_refund", amount, payment_id: payment.id }
}

/**
 * Until the end of a dispute is sure it goes on. Whoever has promised to pay again is not asked once more: the
 * merchant knows of the dispute.
 */
function tellLost(
  { dispute, is_unclear }: CheckoutState,
  { waits_for_other = false }: NonNullable<MedusaState["order"]>,
): Decision {
  const isKnown = dispute === "lost" && (is_unclear || waits_for_other)
  return report(isKnown ? "disputed" : "payment_failed")
}

/**
 * Whether nobody owes the money that is lost. Until then the books keep it: with a refund the core credits
 * the order with as much, and the order would want nothing any more.
 */
function isOwedNoMore({ canceled, needs }: NonNullable<MedusaState["order"]>): boolean {
  return canceled || (needs !== undefined && needs <= 0)
}

function decideDeadCart({ superseded }: CheckoutState, medusa: MedusaState): Decision {
  const untold = medusa.session_status === "pending" && !medusa.payment
  return untold && !superseded ? { act: "fail_session" } : NOTHING
}

function decideDeadOrder(
  checkout: CheckoutState,
  medusa: MedusaState,
  { id, canceled, has_other_payments }: NonNullable<MedusaState["order"]>,
): Decision {
  const unneeded = unneededPayment(checkout, medusa)
  if (unneeded) return { act: "cancel_payment", payment_id: unneeded.id }
  if (canceled || !isAwaited(checkout, medusa)) return NOTHING
  if (!checkout.was_expired) return report("payment_failed")
  // Cancelling an order gives back all that was paid for it, the other payment too.
  return checkout.cancels_expired && !has_other_payments
    ? { act: "cancel_order", order_id: id }
    : report("payment_expired")
}

/** Medusa's order still counts on this transaction. */
function isAwaited(checkout: CheckoutState, medusa: MedusaState): boolean {
  const { payment } = medusa
  if (countsOnOthers(medusa)) return false
  if (!payment) return wasTried(checkout, medusa)
  return payment.checkout_id === checkout.id && !payment.captured && !payment.canceled
}

/** Of a session that was deleted before there was an order, the order has never heard. */
function wasTried(
  { superseded, tried, has_order }: CheckoutState,
  { session_status }: MedusaState,
): boolean {
  return !superseded && tried && (has_order || session_status !== SESSION_DELETED)
}
