import type { MedusaState } from "./decision"

/**
 * What the customer of an order has got back in all: as far as both Medusa and secuconnect say so. Pure.
 *
 * @returns minor units
 */
export function refundedOf(
  { id, effective_amount }: { id: string; effective_amount: number | null },
  medusa: MedusaState | null,
): number {
  const payment = medusa?.order ? medusa.payment : null
  if (payment?.checkout_id !== id || effective_amount === null) return 0
  return Math.max(0, Math.min(payment.refunded_amount, payment.captured_amount - effective_amount))
}
