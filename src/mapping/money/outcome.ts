import type { CheckoutStatus } from "../status/status"

/** A refund at secuconnect. Minor units, positive; null where it was not told. */
export interface MadeRefund {
  id: string
  amount: number | null
}

/** A request that moves money, as it was written down before it was sent. Minor units. */
export interface SentRequest {
  /** `external_refund`: made elsewhere, only to be written into Medusa's books. */
  kind: "capture" | "refund" | "cancel" | "external_refund"
  amount: number
  /** Effective amount before it was sent. */
  amount_before: number
}

/** What is true at secuconnect now. Minor units. */
export interface MoneyFacts {
  status: CheckoutStatus | null
  effective: number | null
  /** Every refund of the payment that was not there before the request. */
  refunds: MadeRefund[]
  /** Ids of the refunds that other requests of ours have led to. */
  claimed: ReadonlySet<string>
  /** The request may still be carried out. */
  is_under_way: boolean
}

/**
 * What became of a request:
 *
 * - done: it was carried out; `refund_payment_id` where it has led to a refund of its own
 * - refused: it was not, and will not be
 * - open: it was not, or not yet
 * - unclear: it will not be any more, but more was taken off than it asked for, and nothing tells
 *   whose that is. It counts neither as carried out nor as refused, and is not looked at again
 */
export type RequestOutcome =
  | { outcome: "done"; refund_payment_id: string | null }
  | { outcome: "refused" }
  | { outcome: "open" }
  | { outcome: "unclear" }

/** Decides from what is true now what became of a request whose answer got lost. Pure. */
export function outcomeOf(request: SentRequest, facts: MoneyFacts): RequestOutcome {
  const found = isReduction(request) ? traceReduction(request, facts) : traceStatus(request, facts)
  const isKnown = found !== "nothing" && !(found.outcome === "unclear" && facts.is_under_way)
  if (isKnown) return found
  return { outcome: facts.is_under_way ? "open" : "refused" }
}

type Trace = Extract<RequestOutcome, { outcome: "done" | "unclear" }> | "nothing"

const DONE = { outcome: "done", refund_payment_id: null } as const

function isReduction({ kind }: SentRequest): boolean {
  return kind === "refund" || kind === "external_refund"
}

/** A capture is seen at the status, and so is a cancellation, unless it gave money back. */
function traceStatus({ kind }: SentRequest, { status, effective }: MoneyFacts): Trace {
  const isDone =
    kind === "capture"
      ? status === "accepted" || status === "waiting"
      : status === "cancelled" || status === "failed" || effective === 0
  return isDone ? DONE : "nothing"
}

/**
 * Money that was in comes back as a refund with an id of its own: a new one of the same amount that
 * no other request of ours has led to is ours. A reduction of money that was not in leaves no refund
 * behind: there the effective amount tells, and a difference is ours only when it is just what was
 * asked for. Anything else was made elsewhere.
 */
function traceReduction(request: SentRequest, facts: MoneyFacts): Trace {
  const own = facts.refunds.find(
    ({ id, amount }) => amount === request.amount && !facts.claimed.has(id),
  )
  if (own) return { outcome: "done", refund_payment_id: own.id }
  if (facts.effective === null) return "nothing"

  const told = facts.refunds.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  const untold = request.amount_before - facts.effective - told
  if (untold === request.amount) return DONE
  return untold > request.amount ? { outcome: "unclear" } : "nothing"
}

/**
 * A merchant may repeat a request whose answer got lost for this long. After that the sync concludes
 * it by what is true at secuconnect.
 */
const LOST_AFTER_MS = 10 * 60_000

/** Whether it is too late to repeat a request that was opened at `created_at`. */
export function isLost(created_at: Date, now: Date): boolean {
  return now.getTime() - created_at.getTime() >= LOST_AFTER_MS
}

/**
 * Whether secuconnect may still carry a request out: the call may last as long as the client waits
 * (`timeoutMs`), and secuconnect may work on it for as long again.
 */
export function isUnderWay(created_at: Date, now: Date, timeoutMs: number): boolean {
  return now.getTime() - created_at.getTime() < 2 * timeoutMs
}
