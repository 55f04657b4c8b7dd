import type { CheckoutState, Decision, MedusaPayment } from "./decision"

/**
 * Compares what Medusa's books say is left of a captured payment with what is left at secuconnect.
 * Less there: somebody has refunded in secuOffice or at PayPal, and it is booked. More there: a
 * refund has failed after it was promised, and a person has to act.
 *
 * A second payment of the same transaction is in nobody's books: a person refunds it.
 *
 * Two refunds of one order at once corrupt the order in the core, so nothing is booked beside
 * another refund.
 */
export function decideBalance(checkout: CheckoutState, payment: MedusaPayment): Decision {
  if (checkout.effective_amount === null) return { act: "nothing" }
  if (checkout.surplus_amount > 0) return { act: "report", attention: "paid_twice" }
  const booked = payment.captured_amount - payment.refunded_amount
  const difference = booked - checkout.effective_amount
  if (difference === 0) return { act: "nothing" }
  if (checkout.has_unresolved_request || payment.refund_is_fresh) return { act: "wait" }
  return difference > 0
    ? { act: "book_refund", amount: difference, payment_id: payment.id }
    : { act: "report", attention: "refund_failed" }
}
