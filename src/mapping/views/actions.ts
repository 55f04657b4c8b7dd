import type { PaymentAction } from "../words/payments"
import type { LedgerState } from "./payment-state"

export interface Actionable extends Pick<LedgerState, "creation" | "status" | "attention"> {
  method: string | null
  stx_id: string | null
  order_id: string | null
  cart_id: string | null
  is_test_payment: boolean
  has_instructions: boolean
}

/** What can be done with a payment as it stands. Pure. */
export function actionsOf(payment: Actionable): PaymentAction[] {
  if (payment.creation !== "open" || !payment.stx_id) return []
  if (payment.is_test_payment) return ["refresh"]
  return ["refresh", ...forWaiting(payment), ...forOrder(payment), ...forOrphan(payment)]
}

/** The customer still has to transfer. */
function forWaiting({ status, order_id, has_instructions }: Actionable): PaymentAction[] {
  if (status !== "waiting" || !order_id) return []
  return has_instructions ? ["remind", "cancel"] : ["cancel"]
}

function forOrder({ status, order_id, attention }: Actionable): PaymentAction[] {
  const wantsMoney = order_id !== null && attention !== "orphaned"
  return status === "accepted" && wantsMoney ? ["report_delivery"] : []
}

/**
 * The payment is in and has no order. One that differs from what was asked for gets none, and an
 * order that was cancelled is not placed again.
 */
function forOrphan({ status, attention, cart_id, order_id }: Actionable): PaymentAction[] {
  if (status !== "accepted") return []
  if (attention === "mismatch") return ["refund", "keep"]
  if (attention !== "orphaned") return []
  return cart_id && !order_id ? ["refund", "keep", "complete"] : ["refund", "keep"]
}
