import type { LedgerState } from "./payment-state"

/** What a merchant may do with a payment. */
export const PAYMENT_ACTIONS = [
  "refresh",
  "remind",
  "report_delivery",
  "cancel",
  "refund",
  "keep",
  "complete",
] as const

export type PaymentAction = (typeof PAYMENT_ACTIONS)[number]

export interface Actionable extends Pick<LedgerState, "creation" | "status"> {
  method: string | null
  stx_id: string | null
  order_id: string | null
  cart_id: string | null
  attention: string | null
  is_test_payment: boolean
  has_instructions: boolean
}

/** What can be done with a payment as it stands. Pure. */
export function actionsOf(payment: Actionable): PaymentAction[] {
  if (payment.creation !== "open" || !payment.stx_id) return []
  if (payment.is_test_payment) return ["refresh"]
  return ["refresh", ...forWaiting(payment), ...forOrder(payment), ...forOrphan(payment)]
}

/** The buyer still has to transfer. */
function forWaiting({ status, order_id, has_instructions }: Actionable): PaymentAction[] {
  if (status !== "waiting" || !order_id) return []
  return has_instructions ? ["remind", "cancel"] : ["cancel"]
}

function forOrder({ status, order_id, attention }: Actionable): PaymentAction[] {
  const wantsMoney = order_id !== null && attention !== "orphaned"
  return status === "accepted" && wantsMoney ? ["report_delivery"] : []
}

/**
 * Money is in and no order wants it. Where it differs from what was asked for no order can, and one
 * that was cancelled is not placed again.
 */
function forOrphan({ status, attention, cart_id, order_id }: Actionable): PaymentAction[] {
  if (status !== "accepted") return []
  if (attention === "mismatch") return ["refund", "keep"]
  if (attention !== "orphaned") return []
  return cart_id && !order_id ? ["refund", "keep", "complete"] : ["refund", "keep"]
}
