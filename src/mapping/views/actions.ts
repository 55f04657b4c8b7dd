import type { PaymentAction } from "../words/payments"
import type { LedgerState } from "./payment-state"

export interface Actionable extends Pick<
  LedgerState,
  "creation" | "status" | "status_detail" | "attention"
> {
  method: string | null
  stx_id: string | null
  order_id: string | null
  cart_id: string | null
  is_test_payment: boolean
  /** What the cart cost where that is not what was paid: no order can be placed on it. */
  amount_due: object | null
  has_instructions: boolean
  /** When a promise was given up: no order is placed on it any more. */
  expired_at: Date | null
}

/** What can be done with a payment as it stands. Pure. */
export function actionsOf(payment: Actionable): PaymentAction[] {
  if (payment.creation !== "open" || !payment.stx_id) return []
  if (payment.is_test_payment) return ["refresh"]
  return ["refresh", ...forPromise(payment), ...forOrder(payment), ...forOrphan(payment)]
}

/** Nothing was taken yet: the customer still has to transfer, or the amount is authorized only. */
function forPromise(payment: Actionable): PaymentAction[] {
  const { status, order_id } = payment
  if (status !== "waiting" && status !== "authorized") return []
  if (!order_id) return canBePlaced(payment) ? ["cancel", "complete"] : ["cancel"]
  // An authorization of an order is captured or cancelled in Medusa.
  if (status === "authorized") return isUncapturable(payment.attention) ? ["cancel"] : []
  return isTransferDue(payment) ? ["remind", "cancel"] : ["cancel"]
}

/** Nobody is reminded while secupay is still checking, or of more than the order needs. */
function isTransferDue({ has_instructions, status_detail, attention }: Actionable): boolean {
  return has_instructions && status_detail !== "in_review" && attention !== "transfer_too_high"
}

/** What says that its order does not need an authorization, or less: capturing it would be refused. */
const UNCAPTURABLE: ReadonlySet<string | null> = new Set([
  "orphaned",
  "not_cancelled",
  "authorization_too_high",
])

export function isUncapturable(attention: string | null): boolean {
  return UNCAPTURABLE.has(attention)
}

function canBePlaced(payment: Actionable): boolean {
  const { attention, cart_id, order_id, expired_at, amount_due } = payment
  const isOpen = attention === "orphaned" && !order_id && expired_at === null
  return isOpen && cart_id !== null && amount_due === null
}

function forOrder({ status, order_id, attention }: Actionable): PaymentAction[] {
  const wantsMoney = order_id !== null && attention !== "orphaned"
  return status === "accepted" && wantsMoney ? ["report_delivery"] : []
}

/**
 * The payment is in and has no order. One that differs from what was asked for gets none, and an
 * order that was cancelled is not placed again.
 */
function forOrphan(payment: Actionable): PaymentAction[] {
  const { status, attention } = payment
  if (status !== "accepted") return []
  if (attention === "mismatch") return ["refund", "keep"]
  if (attention !== "orphaned") return []
  return canBePlaced(payment) ? ["refund", "keep", "complete"] : ["refund", "keep"]
}
