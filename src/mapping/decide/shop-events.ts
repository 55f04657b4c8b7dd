import type { MedusaState } from "./decision"
import type { Attention } from "../words/findings"
import { placesOrder } from "../status/session-status"
import type { CheckoutStatus } from "../status/status"

/** A checkout after a sync, as far as the shop's subscribers are concerned. */
export interface ReconciledCheckout {
  id: string
  status: CheckoutStatus | null
  dispute: string | null
  attention: Attention | null
  has_instructions: boolean
  /** A promise without an order was given up. */
  was_given_up: boolean
  after: MedusaState | null
}

/** Events that follow from how things stand; each happens once, see `recordEvent`. */
export type StandingEvent =
  | "secuconnect.payment_accepted"
  | "secuconnect.payment_waiting"
  | "secuconnect.payment_reminder"
  | "secuconnect.payment_failed"
  | "secuconnect.payment_expired"
  | "secuconnect.payment_orphaned"
  | "secuconnect.payment_given_up"
  | "secuconnect.payment_amount_differs"
  | "secuconnect.payment_disputed"
  | "secuconnect.payment_dispute_resolved"
  | "secuconnect.refund_failed"

const BY_ATTENTION: Partial<Record<Attention, StandingEvent>> = {
  payment_failed: "secuconnect.payment_failed",
  payment_expired: "secuconnect.payment_expired",
  orphaned: "secuconnect.payment_orphaned",
  amount_differs: "secuconnect.payment_amount_differs",
  paid_twice: "secuconnect.payment_orphaned",
  disputed: "secuconnect.payment_disputed",
  refund_failed: "secuconnect.refund_failed",
}

/** What the shop's subscribers are to be told of a checkout as it stands. Pure. */
export function standingEvents(checkout: ReconciledCheckout): StandingEvent[] {
  const { attention, dispute } = checkout
  const told = attention ? BY_ATTENTION[attention] : undefined
  return [
    ...(isBooked(checkout) ? ["secuconnect.payment_accepted" as const] : []),
    ...(isWaiting(checkout) ? ["secuconnect.payment_waiting" as const] : []),
    ...(isGivenUp(checkout) ? ["secuconnect.payment_given_up" as const] : []),
    ...(isMismatchWithoutOrder(checkout) ? ["secuconnect.payment_orphaned" as const] : []),
    ...(dispute === "issue_resolved" ? ["secuconnect.payment_dispute_resolved" as const] : []),
    ...(told ? [told] : []),
  ]
}

/** An order that costs something else than was paid is not told as paid. */
function isBooked({ id, status, after, attention }: ReconciledCheckout): boolean {
  const payment = after?.payment
  if (attention === "amount_differs") return false
  return status === "accepted" && payment?.captured === true && payment.checkout_id === id
}

function isWaiting({ status, after, has_instructions }: ReconciledCheckout): boolean {
  return status === "waiting" && has_instructions && after?.order?.canceled === false
}

/** A payment that differs from what was asked for has no order either, paid or only promised. */
function isMismatchWithoutOrder({ status, attention, after }: ReconciledCheckout): boolean {
  if (attention !== "mismatch") return false
  return status === "accepted" || (placesOrder(status ?? "unknown") && !after?.order)
}

function isGivenUp({ status, was_given_up }: ReconciledCheckout): boolean {
  return status === "cancelled" && was_given_up
}
