import type { CheckoutStatus } from "./status"

/** A checkout as the ledger read it last. Amount in minor units. */
interface LastSeen {
  status: CheckoutStatus | null
  method: string | null
  dispute: string | null
  /** What is left of the money; null while nothing of it is in. */
  effective_amount: number | null
  unclear_since: Date | null
}

/**
 * Whether what Medusa has captured of a checkout counts as no money: the order wants it once more. A
 * chargeback of a card is another thing until it is lost: the shop may win it.
 */
export function isLost(checkout: LastSeen): boolean {
  return isReturned(checkout) || hasFailed(checkout)
}

/** A debit that the customer's bank has returned, for good or not. */
export function isReturned({ method, dispute }: Pick<LastSeen, "method" | "dispute">): boolean {
  return method === "debit" && (dispute === "issue" || dispute === "lost")
}

/** Nothing of it is in, for good: what was accepted can still be denied. What was refunded is known as 0. */
export function hasFailed({ status, effective_amount, unclear_since }: FinallySeen): boolean {
  const isOver = status === "failed" || status === "cancelled"
  return isOver && effective_amount === null && unclear_since === null
}

/** What says whether a checkout has come to nothing. */
export type FinallySeen = Pick<LastSeen, "status" | "effective_amount" | "unclear_since">
