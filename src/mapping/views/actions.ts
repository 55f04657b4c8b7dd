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

export interface Actionable extends Pick<LedgerState, "state" | "truth"> {
  method: string | null
  stx_id: string | null
  order_id: string | null
  cart_id: string | null
  attention: string | null
  is_trial: boolean
  has_instructions: boolean
}

/** What can be done with a payment as it stands. Pure. */
export function actionsOf(payment: Actionable): PaymentAction[] {
  if (payment.state !== "open" || !payment.stx_id) return []
  if (payment.is_trial) return ["refresh"]
  return ["refresh", ...forWaiting(payment), ...forOrder(payment), ...forOrphan(payment)]
}

/** The buyer still has to transfer. */
function forWaiting({ truth, order_id, has_instructions }: Actionable): PaymentAction[] {
  if (truth !== "waiting" || !order_id) return []
  return has_instructions ? ["remind", "cancel"] : ["cancel"]
}

function forOrder({ truth, order_id, attention }: Actionable): PaymentAction[] {
  const wantsMoney = order_id !== null && attention !== "paid_without_order"
  return truth === "accepted" && wantsMoney ? ["report_delivery"] : []
}

/**
 * Money is in and no order wants it. Where it differs from what was asked for no order can, and one
 * that was cancelled is not placed again.
 */
function forOrphan({ truth, attention, cart_id, order_id }: Actionable): PaymentAction[] {
  if (truth !== "accepted") return []
  if (attention === "mismatch") return ["refund", "keep"]
  if (attention !== "paid_without_order") return []
  return cart_id && !order_id ? ["refund", "keep", "complete"] : ["refund", "keep"]
}
