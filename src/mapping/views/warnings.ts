import { toAttention, type Attention, type WarningCode } from "../words/findings"
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

/** A report of a delivery that secuconnect has not taken. `capture`: the one that makes an invoice due. */
export interface WatchedReport {
  kind: "capture" | "shipping_information"
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
  const told = warningOf(checkout, { without_order, refused: refusedOf(reports) })
  return [
    ...told,
    ...(cart_changed && order_id ? [{ code: "basket_changed" as const, detail: null }] : []),
    ...(told.some(({ code }) => code === UNREPORTED) ? [] : unreported(reports)),
  ]
}

const UNREPORTED = "delivery_not_reported"

/** Whatever the ledger's attention is: it tells one thing only, and nothing of a parcel's tracking. */
function unreported(reports: WatchedReport[]): Warning[] {
  const refused = refusedOf(reports)
  return refused ? [{ code: UNREPORTED, detail: refused.problem }] : []
}

/** What makes the invoice due goes before tracking. */
function refusedOf(reports: WatchedReport[]): WatchedReport | undefined {
  const refused = reports.filter(({ state }) => state === "refused")
  return refused.find(({ kind }) => kind === "capture") ?? refused[0]
}

interface Causes {
  without_order: string | null
  refused: WatchedReport | undefined
}

function warningOf(checkout: Watched, causes: Causes): Warning[] {
  const code = toAttention(checkout.attention)
  if (code === null) return []
  if (code === "orphaned") return [orphanOf(checkout, causes)]
  return [{ code, detail: detailOf(code, checkout, causes) }]
}

/** What is only promised is cancelled, not refunded: another notice than for money that is in. */
function orphanOf({ status, order_id }: Watched, { without_order }: Causes): Warning {
  const isPromise = !order_id && status !== "accepted" && placesOrder(status ?? "unknown")
  return { code: isPromise ? "order_not_placed" : "orphaned", detail: without_order }
}

function detailOf(code: Attention, { mismatch }: Watched, { refused }: Causes): string | null {
  if (code === "mismatch") return mismatch
  return code === UNREPORTED && refused ? refused.problem : null
}
