import type { OrphanDecision } from "../words/payments"

/**
 * Whether an order is paid with a payment, or the merchant keeps it all the same: nothing is reported of
 * any other, so that nobody pays an invoice for goods that were paid otherwise.
 */
export function isOfOrder(payment: {
  is_booked: boolean
  orphan_resolution: OrphanDecision | null
}): boolean {
  return payment.is_booked || payment.orphan_resolution === "keep"
}
