/** A refund at secuconnect. Minor units, positive; null where it was not told. */
export interface MadeRefund {
  id: string
  amount: number | null
}

/** A request of ours whose answer got lost. Minor units. */
interface LostRequest {
  amount: number
  /** Effective amount before it was sent. */
  amount_before: number
  /** Ids of the refunds that were there before it was sent. */
  refunds_before: string[]
}

/** What is true of the payment now. Minor units. */
interface Now {
  effective: number
  /** Every refund of the payment that was not there before the request. */
  refunds: MadeRefund[]
  /** Ids of the refunds that other requests of ours have led to. */
  claimed: ReadonlySet<string>
}

/**
 * What became of the request:
 *
 * - done: it was carried out; `refund_payment_id` where it has led to a refund of its own
 * - nothing: it was not, or not yet
 * - unclear: more was taken off than it asked for, and nothing tells whose that is
 */
export type RefundOutcome =
  { found: "done"; refund_payment_id: string | null } | { found: "nothing" } | { found: "unclear" }

/**
 * Finds out what became of a refund whose answer got lost. Money that was in comes back as a refund
 * with an id of its own: a new one of the same amount that no other request of ours has led to is
 * ours. A reduction of money that was not in leaves no refund behind: there the effective amount
 * tells, and a difference is ours only when it is just what was asked for. Anything else was made
 * elsewhere.
 */
export function outcomeOf(request: LostRequest, now: Now): RefundOutcome {
  const own = now.refunds.find(
    ({ id, amount }) => amount === request.amount && !now.claimed.has(id),
  )
  if (own) return { found: "done", refund_payment_id: own.id }

  const told = now.refunds.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  const untold = request.amount_before - now.effective - told
  if (untold === request.amount) return { found: "done", refund_payment_id: null }
  return untold > request.amount ? { found: "unclear" } : { found: "nothing" }
}
