import { isUnclearForLong } from "../../mapping/decide/unclear"
import type { FetchedFinding } from "./fetch-finding"
import type { CheckoutRow } from "./rows"

type Before = Pick<
  CheckoutRow,
  "is_booked" | "status" | "dispute" | "effective_amount" | "unclear_since"
>

type Found = Pick<FetchedFinding, "status" | "effective_amount">

/**
 * Whether a reading says for the first time that money is gone which Medusa has booked. The merchant is told at
 * once; the order wants the money once more, and the customer is asked for it, only when readings have said
 * so for ten minutes.
 *
 * @param at when secuconnect was asked, by the database's time
 */
export function isDoubtful(before: Before, found: Found, at: Date): boolean {
  if (!isGone(found) || !wasIn(before)) return false
  return !isUnclearForLong(before.unclear_since, at)
}

/** It was, as far as is known, or another reading has doubted it since. */
function wasIn({ is_booked, ...before }: Before): boolean {
  const isInDoubt = isGone(before) && before.unclear_since !== null
  return is_booked && (before.effective_amount !== null || before.dispute === "issue" || isInDoubt)
}

function isGone({ status, effective_amount }: Pick<Before, "status" | "effective_amount">) {
  return (status === "failed" || status === "cancelled") && effective_amount === null
}
