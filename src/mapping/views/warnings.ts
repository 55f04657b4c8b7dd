import { toAttention, type WarningCode } from "../words/findings"
import type { OrphanDecision } from "../words/payments"

/** What a checkout may need a person for, as the ledger has it. */
export interface Watched {
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

/** Everything that needs a person, the most pressing first. Pure. */
export function warningsOf(checkout: Watched, reports: WatchedReport[]): Warning[] {
  const { mismatch, cart_changed, order_id } = checkout
  const attention = toAttention(checkout.attention)
  const refused = reports.find(({ state }) => state === "refused")
  return [
    ...(attention ? [{ code: attention, detail: attention === "mismatch" ? mismatch : null }] : []),
    ...(cart_changed && order_id ? [{ code: "basket_changed" as const, detail: null }] : []),
    ...(refused ? [{ code: "delivery_not_reported" as const, detail: refused.problem }] : []),
  ]
}
