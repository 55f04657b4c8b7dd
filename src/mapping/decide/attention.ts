import type { Decision, MedusaState } from "./decision"
import type { Attention } from "../words/findings"
import type { CheckoutStatus } from "../status/status"

/** What was decided, and what is there after it was carried out. */
export interface StepResult {
  status: CheckoutStatus | null
  /** What needed a person so far. */
  attention: Attention | null
  decision: Decision
  problem: string | null
  after: MedusaState | null
}

/** What it means when one of these did not work. */
const AFTER_PROBLEM: Partial<Record<Decision["act"], Attention>> = {
  refund_unwanted: "orphaned",
  book_refund: "refund_not_booked",
}

/**
 * Why a checkout needs a person now; null when it does not. The core reports success when
 * it gave up, so what counts is what is there.
 */
export function attentionOf(result: StepResult): Attention | null {
  const { decision, problem, status } = result
  const { act } = decision
  if (act === "report") return decision.attention
  if (act === "wait") return result.attention
  if (act === "cancel_order") return "payment_expired"
  if (BOOKS.has(act) && status === "accepted") return unbooked(result.after)
  return problem === null ? null : (AFTER_PROBLEM[act] ?? null)
}

const BOOKS: ReadonlySet<Decision["act"]> = new Set(["complete_cart", "book_capture"])

function unbooked(after: MedusaState | null): Attention | null {
  if (after?.payment?.captured === true) return null
  return after?.order ? "not_booked" : "orphaned"
}
