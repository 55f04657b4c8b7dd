import type { TextCode } from "../words/texts"
import { wasRefunded } from "../status/payable-payment"
import type { CheckoutStatus } from "../status/status"

/** What the shopper's browser says of itself by the address it came back on. Never believed about money. */
export type ReturnClaim = "success" | "error" | "abort"

/** What the storefront is told on the return. */
export type ReturnOutcome = "success" | "pending" | "not_ordered" | "failed" | "aborted" | "unknown"

/** What a storefront sees while it polls. */
export type SessionState =
  "open" | "processing" | "not_ordered" | "waiting" | "paid" | "failed" | "aborted"

/** One checkout, as far as shopper and storefront are concerned. */
export interface CheckoutFinding {
  status: CheckoutStatus | null
  /** Since when the statuses do not fit together: a payment may be alive. */
  unclear_since?: Date | null
  /** `in_review`: nothing is to be transferred, secupay is still checking. */
  status_detail?: string | null
  order_id: string | null
  attention?: string | null
  /** What cart or order cost where that is not what was paid. */
  amount_due?: object | null
  /** What is left after refunds, minor units. */
  effective_amount?: number | null
  /** When a promise was given up. */
  expired_at?: Date | null
  /** What secuconnect knows of it: money that was given back is no abort. */
  payments?: { is_refund: boolean }[] | null
}

export interface SessionFinding {
  state: SessionState
  code: TextCode
}

const OUTCOME_BY_CLAIM = {
  success: "pending",
  error: "failed",
  abort: "aborted",
} as const satisfies Record<ReturnClaim, ReturnOutcome>

/** Money is there and no order: nobody may hear "failed", and nobody should wait for the order. */
const IN_REVIEW: SessionFinding = { state: "processing", code: "payment_in_review" }

/** Nothing was taken, and no order could be placed so far. */
const NOT_ORDERED: SessionFinding = { state: "not_ordered", code: "payment_not_ordered" }

/** Somebody has paid for a cart that costs something else now; both can be paid again. */
const AMOUNT_CHANGED: SessionFinding = { state: "processing", code: "payment_amount_changed" }
const CANCELLED_FOR_IT: SessionFinding = { state: "failed", code: "payment_amount_changed_unpaid" }

/** The core gives money back when it could not complete the cart; a second promise is cancelled. */
const REFUNDED: SessionFinding = { state: "aborted", code: "payment_cancelled" }

const PROCESSING: SessionFinding = { state: "processing", code: "payment_processing" }

/** The order is placed, and nobody asks for a transfer. */
const CHECKED_BY_SECUPAY: SessionFinding = { state: "waiting", code: "payment_processing" }

const FINDING_WITH_ORDER: Partial<Record<CheckoutStatus, SessionFinding>> = {
  waiting: { state: "waiting", code: "payment_waiting" },
  authorized: { state: "paid", code: "payment_accepted" },
  accepted: { state: "paid", code: "payment_accepted" },
  cancelled: { state: "aborted", code: "payment_cancelled" },
}

const FINDING_WITHOUT_ORDER: Record<CheckoutStatus, SessionFinding> = {
  open: { state: "open", code: "payment_open" },
  waiting: PROCESSING,
  authorized: PROCESSING,
  accepted: PROCESSING,
  unknown: PROCESSING,
  failed: { state: "failed", code: "payment_declined" },
  cancelled: { state: "aborted", code: "payment_aborted" },
}

/**
 * Words the return: an order is a success; while the payment is open, or of a status that nobody knows
 * and without a payment that is alive, the shopper's way back counts. Where that says nothing either
 * (null), it is unknown.
 */
export function returnOutcome(finding: CheckoutFinding, claim: ReturnClaim | null): ReturnOutcome {
  const { state } = sessionFinding(finding)
  if (state === "paid" || state === "waiting") return "success"
  if (state === "failed" || state === "aborted" || state === "not_ordered") return state
  const isUndecided = state === "open" || hasNoPaymentAlive(finding)
  return isUndecided ? outcomeByClaim(claim) : "pending"
}

function outcomeByClaim(claim: ReturnClaim | null): ReturnOutcome {
  return claim ? OUTCOME_BY_CLAIM[claim] : "unknown"
}

function hasNoPaymentAlive({ status, unclear_since, order_id }: CheckoutFinding): boolean {
  return status === "unknown" && unclear_since === null && !order_id
}

/**
 * Somebody had paid or promised to. Also while the refund is still on its way, and the payment counts
 * as accepted.
 */
function isGivenBack(finding: CheckoutFinding): boolean {
  const { status, order_id, effective_amount } = finding
  if (status === "cancelled") return (finding.payments ?? []).length > 0
  return status === "accepted" && !order_id && effective_amount === 0
}

/** Somebody was told already: an order that is just being placed is no news for the shopper. */
function isPromiseWithoutOrder({ status, order_id, attention }: CheckoutFinding): boolean {
  const isPromise = status === "authorized" || status === "waiting"
  return isPromise && !order_id && (attention === "orphaned" || attention === "mismatch")
}

/** The shop has cancelled it, not the shopper. */
function isGivenUp({ status, order_id, expired_at }: CheckoutFinding): boolean {
  return status === "cancelled" && !order_id && expired_at != null
}

/** A person has to decide; a transfer that is waited for is not in yet. */
function underReview(finding: CheckoutFinding): SessionFinding | null {
  const { status, attention, amount_due } = finding
  if (isPromiseWithoutOrder(finding)) return NOT_ORDERED
  if (attention === "amount_differs" && status !== "waiting") return IN_REVIEW
  if (attention !== "orphaned") return null
  return amount_due ? AMOUNT_CHANGED : IN_REVIEW
}

/** Nothing was taken for a cart that costs something else now. */
function isCancelledForAmount({
  status,
  order_id,
  amount_due,
  payments,
}: CheckoutFinding): boolean {
  return status === "cancelled" && !order_id && Boolean(amount_due) && !wasRefunded(payments)
}

function findingWithOrder({ status, status_detail }: CheckoutFinding): SessionFinding | undefined {
  const known = status ?? "open"
  const isChecked = known === "waiting" && status_detail === "in_review"
  return isChecked ? CHECKED_BY_SECUPAY : FINDING_WITH_ORDER[known]
}

/** What a storefront is told while it polls, with the code of the sentence for the shopper. */
export function sessionFinding(finding: CheckoutFinding): SessionFinding {
  const { status, order_id } = finding
  const special = underReview(finding)
  if (special) return special
  if (isCancelledForAmount(finding)) return CANCELLED_FOR_IT
  if (isGivenBack(finding) || isGivenUp(finding)) return REFUNDED
  const known = status ?? "open"
  return (order_id && findingWithOrder(finding)) || FINDING_WITHOUT_ORDER[known]
}
