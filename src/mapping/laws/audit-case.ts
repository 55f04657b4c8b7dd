import type { AuditedCase, AuditedCheckout } from "./facts"
import { unless0, type Breach } from "./breach"
import { lawOf, type LawCode } from "./laws"
import { markLaws } from "./mark-laws"
import { bookingLaws, moneyLaws, orderedOnce } from "./money-laws"
import { orderLaws } from "./order-laws"
import { promiseLaws } from "./promise-laws"
import { tellingLaws } from "./telling-laws"

/** A broken law, and where. `expected` and `found`: minor units, or counts. */
export interface Violation {
  code: LawCode
  /** Of the checkout, or of one of the order's. */
  reference: string
  order_id: string | null
  currency_code: string
  expected: number
  found: number
}

/**
 * A person knows of it: `attention` is the ledger's, what the payment is warned of beside it, or `keep` where
 * somebody has decided.
 */
export interface KnownCase extends Violation {
  attention: string
}

export interface Verdict {
  violations: Violation[]
  known: KnownCase[]
}

/**
 * Judges what belongs together by the laws alone. Pure.
 *
 * @returns nothing in both lists when every law holds
 */
export function auditCase(audited: AuditedCase): Verdict {
  const breaches = [
    ...moneyLaws(audited),
    ...bookingLaws(audited),
    ...promiseLaws(audited),
    ...orderLaws(audited),
    ...markLaws(audited),
    ...tellingLaws(audited),
    ...orderedOnce(audited),
  ]
  breaches.push(...outdated(breaches, audited))
  const verdict: Verdict = { violations: [], known: [] }
  for (const breach of breaches) {
    const violation = describe(breach, audited)
    const attention = toldBy(breach, audited)
    if (attention === null) verdict.violations.push(violation)
    else verdict.known.push({ ...violation, attention })
  }
  return verdict
}

/** An attention must have a reason: a law that is broken and that it tells of. */
function outdated(breaches: Breach[], { checkouts }: AuditedCase): Breach[] {
  return checkouts.flatMap(({ id, attention }) => {
    if (attention === null || !REASONS.has(attention)) return []
    const own = breaches.filter(({ checkout_id }) => checkout_id === null || checkout_id === id)
    const hasReason = own.some(({ code }) => tells(attention, code))
    return hasReason ? [] : unless0("attention_outdated", 1, id)
  })
}

function tells(attention: string, code: LawCode): boolean {
  return lawOf(code).told_by?.includes(attention) ?? false
}

/** Attentions whose reason the audit can see. */
const REASONS: ReadonlySet<string> = new Set([
  "orphaned",
  "not_booked",
  "not_cancelled",
  "disputed",
  "refund_failed",
  "refund_not_booked",
])

/** Every case has a checkout: it is how the audit came to it. */
function describe(
  { checkout_id, ...breach }: Breach,
  { checkouts, orders }: AuditedCase,
): Violation {
  const checkout = checkouts.find(({ id }) => id === checkout_id) ?? checkouts[0]
  const { reference = "", currency_code = "" } = checkout ?? {}
  return { ...breach, reference, order_id: orders[0]?.id ?? null, currency_code }
}

/** What is one checkout's is told by that one, what is the order's by any of them. */
function toldBy({ code, checkout_id }: Breach, { checkouts }: AuditedCase): string | null {
  const own = checkouts.filter(({ id }) => checkout_id === null || id === checkout_id)
  const attention = own.find((checkout) => tells(checkout.attention ?? "", code))?.attention
  if (attention) return attention
  if (own.some((checkout) => isWarnedOf(code, checkout))) return UNREPORTED
  return own.some((checkout) => isKept(code, checkout)) ? "keep" : null
}

const UNREPORTED = "delivery_not_reported"

/** The ledger's attention tells one thing only; whoever looks at the payment for it is warned of this, too. */
function isWarnedOf(code: LawCode, { attention, delivery_reports }: AuditedCheckout): boolean {
  const isRefused = delivery_reports.some(({ kind, state }) => {
    return kind === "capture" && state === "refused"
  })
  return code === UNREPORTED && attention !== null && isRefused
}

const KEEPABLE: ReadonlySet<LawCode> = new Set([
  "money_without_order",
  "canceled_order_keeps_money",
])

function isKept(code: LawCode, { orphan_resolution }: AuditedCheckout): boolean {
  return orphan_resolution === "keep" && KEEPABLE.has(code)
}
