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
  method: string | null
  /** The account to transfer to, once secuconnect has named it. */
  instructions: object | null
  status_detail: string | null
  /** A promise without an order was given up. */
  was_given_up: boolean
  after: MedusaState | null
}

/** Events that follow from how things stand; each happens once, see `recordEvent`. */
export type StandingEvent =
  | "secuconnect.payment_accepted"
  | "secuconnect.payment_waiting"
  | "secuconnect.payment_reminder"
  | "secuconnect.invoice_payable"
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

const WHEN: readonly [StandingEvent, (checkout: ReconciledCheckout) => boolean][] = [
  ["secuconnect.payment_accepted", isBooked],
  ["secuconnect.payment_waiting", isWaiting],
  ["secuconnect.invoice_payable", isInvoicePayable],
  ["secuconnect.payment_given_up", isGivenUp],
  ["secuconnect.payment_orphaned", isMismatchWithoutOrder],
  ["secuconnect.payment_dispute_resolved", ({ dispute }) => dispute === "issue_resolved"],
]

/** What the shop's subscribers are to be told of a checkout as it stands. Pure. */
export function standingEvents(checkout: ReconciledCheckout): StandingEvent[] {
  const { attention } = checkout
  const told = attention ? BY_ATTENTION[attention] : undefined
  const events = WHEN.filter(([, holds]) => holds(checkout)).map(([name]) => name)
  return told ? [...events, told] : events
}

/** An order that costs something else than was paid is not told as paid. */
function isBooked({ id, status, after, attention }: ReconciledCheckout): boolean {
  const payment = after?.payment
  if (attention === "amount_differs") return false
  return status === "accepted" && payment?.captured === true && payment.checkout_id === id
}

/** Nobody is asked to transfer while secupay is checking. */
function isWaiting({ status, after, instructions, status_detail }: ReconciledCheckout): boolean {
  const isNamed = instructions !== null && status_detail === null
  return status === "waiting" && isNamed && after?.order?.canceled === false
}

/** The order is there, and its customer is to transfer to secupay. */
function isInvoicePayable(checkout: ReconciledCheckout): boolean {
  const { id, status, after } = checkout
  const isOrdered = after?.order?.canceled === false && after.payment?.checkout_id === id
  return isOrdered && (status === "accepted" || status === "authorized") && hasAccount(checkout)
}

function hasAccount({ method, instructions, status_detail }: ReconciledCheckout): boolean {
  return method === "invoice" && instructions !== null && status_detail !== "in_review"
}

/** A payment that differs from what was asked for has no order either, paid or only promised. */
function isMismatchWithoutOrder({ status, attention, after }: ReconciledCheckout): boolean {
  if (attention !== "mismatch") return false
  return status === "accepted" || (placesOrder(status ?? "unknown") && !after?.order)
}

function isGivenUp({ status, was_given_up }: ReconciledCheckout): boolean {
  return status === "cancelled" && was_given_up
}
