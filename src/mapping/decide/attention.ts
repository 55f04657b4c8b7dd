import type { Decision, MedusaState } from "./decision"
import type { Attention } from "../words/findings"
import { placesOrder } from "../status/session-status"
import type { CheckoutStatus } from "../status/status"
import type { Problem } from "../words/problem"
import { countsOnOthers } from "./wanted"

/** What was decided, and what is there after it was carried out. */
export interface StepResult {
  status: CheckoutStatus | null
  /** What needed a person so far. */
  attention: Attention | null
  decision: Decision
  /** Why it did not work; null when it did, or when the core gave up silently. */
  problem: Problem | null
  /** It has failed for passing reasons for so long that a person should know. */
  fails_on: boolean
  after: MedusaState | null
}

/** What it means when one of these did not work. */
const AFTER_PROBLEM: Partial<Record<Decision["act"], Attention>> = {
  refund_unwanted: "orphaned",
  cancel_transaction: "orphaned",
  give_up_promise: "orphaned",
  book_refund: "refund_not_booked",
}

/** What a problem means only while the payment is promised or in. */
const ONLY_WITH_PAYMENT: ReadonlySet<Decision["act"]> = new Set([
  "cancel_transaction",
  "give_up_promise",
])

/**
 * Why a checkout needs a person now; null when it does not. The core reports success when
 * it gave up, so what counts is what is there. What did not work for a passing reason is tried again
 * before anybody is told.
 */
export function attentionOf(result: StepResult): Attention | null {
  const { decision } = result
  if (decision.act === "report") return decision.attention
  if (decision.act === "wait") return result.attention
  if (decision.act === "cancel_order") return attentionOfExpired(result)
  return hasWorked(result) || !isTriedAgain(result) ? attentionAfter(result) : result.attention
}

/** A transfer that expired is told, whether its order was cancelled or not, unless others pay for it by now. */
function attentionOfExpired(result: StepResult): Attention | null {
  if (isTriedAgain(result)) return result.attention
  return result.after && countsOnOthers(result.after) ? null : "payment_expired"
}

function hasWorked(result: StepResult): boolean {
  return BOOKS.has(result.decision.act) ? isBooked(result) : result.problem === null
}

/** The same for what is not tried again in a moment. */
function attentionAfter(result: StepResult): Attention | null {
  const { act } = result.decision
  if (hasWorked(result)) return null
  if (BOOKS.has(act)) return result.after?.order ? "not_booked" : "orphaned"
  return isMoot(result) ? null : afterProblem(result)
}

function afterProblem({ decision: { act }, after }: StepResult): Attention | null {
  // The order does not need it; a promise without an order is told as such.
  if (act === "cancel_transaction" && after?.order) return "not_cancelled"
  return AFTER_PROBLEM[act] ?? null
}

function isMoot({ decision, status }: StepResult): boolean {
  return ONLY_WITH_PAYMENT.has(decision.act) && !placesOrder(status ?? "unknown")
}

/** Whether it did not work for a reason that is likely to be over in a moment. */
export function isTriedAgain({ problem, fails_on }: StepResult): boolean {
  return problem?.is_passing === true && !fails_on
}

const BOOKS: ReadonlySet<Decision["act"]> = new Set(["complete_cart", "book_capture"])

/** Money that is in must be captured; on a promise there must be an order. */
function isBooked({ status, after }: StepResult): boolean {
  return status === "accepted" ? after?.payment?.captured === true : after?.order != null
}
