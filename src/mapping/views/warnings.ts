import { toAttention, type WarningCode } from "../words/findings"
import { placesOrder } from "../status/session-status"
import type { CheckoutStatus } from "../status/status"
import type { OrphanDecision } from "../words/payments"

/** What a checkout may need a person for, as the ledger has it. */
export interface Watched {
  status: CheckoutStatus | null
  /** Written by the sync: `disputed`, `orphaned` and the like. */
  attention: string | null
  mismatch: string | null
  cart_changed: boolean
  order_id: string | null
  orphan_resolution: OrphanDecision | null
}

/** A report of a delivery that secuconnect has not taken. */
export interface WatchedReport {
  state: string
  attempts: number
  problem: string | null
}

/** One thing that needs a person; the admin has a title and advice for each code. */
export interface Warning {
  code: WarningCode
  /** Why, as a person may read it; null where the code says it all. */
  detail: string | null
}

/**
 * Everything that needs a person, the most pressing first. Pure.
 *
 * @param without_order why no order could be placed: a code or a sentence
 */
export function warningsOf(
  checkout: Watched,
  reports: WatchedReport[],
  without_order: string | null,
): Warning[] {
  const { cart_changed, order_id } = checkout
  const refused = reports.find(({ state }) => state === "refused")
  return [
    ...warningOf(checkout, without_order),
    ...(cart_changed && order_id ? [{ code: "basket_changed" as const, detail: null }] : []),
    ...(refused ? [{ code: "delivery_not_reported" as const, detail: refused.problem }] : []),
  ]
}

/** What is only promised is cancelled, not refunded: another notice than for money that is in. */
function warningOf(
  { attention, status, mismatch, order_id }: Watched,
  without_order: string | null,
): Warning[] {
  const code = toAttention(attention)
  if (code === "mismatch") return [{ code, detail: mismatch }]
  if (code !== "orphaned") return code ? [{ code, detail: null }] : []
  const isPromise = !order_id && status !== "accepted" && placesOrder(status ?? "unknown")
  return [{ code: isPromise ? "order_not_placed" : code, detail: without_order }]
}
