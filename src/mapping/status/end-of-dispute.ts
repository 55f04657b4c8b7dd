import type { PaymentTransaction, SimpleStatus } from "../../secuconnect"
import { hasFailed, type FinallySeen } from "./lost"
import { isRefund, type Assessment } from "./status"

/** The ledger's row before a reading. */
interface Before extends FinallySeen {
  dispute: string | null
  /** Of its payments, and of what hangs on them. */
  payment_ids: readonly string[]
  /** Medusa has booked it. */
  is_booked: boolean
}

/** What was read. */
interface Found extends Pick<Assessment, "dispute"> {
  payments: PaymentTransaction[]
}

/** What a reading means that ends a dispute; a dispute that is lost is a payment that has failed. */
type End =
  Pick<Assessment, "dispute"> | { dispute: "lost"; status: "failed"; effective_amount: null }

const IS_IN: ReadonlySet<SimpleStatus | "unknown"> = new Set([
  "accepted",
  "paid",
  "waiting_for_shipment",
])

/** What a bank may leave of a payment that it has taken back for good, and tries that came to nothing. */
const IS_GONE: ReadonlySet<SimpleStatus | "unknown"> = new Set([
  ...(["denied", "void", "refund"] as const),
  ...(["proceed", "created"] as const),
])

/**
 * How a dispute has ended, or goes on. It is resolved when the money is in again, with that word or without
 * it, and so is money that had failed after it was booked. Without either it is lost once nothing of the
 * money is there, unless somebody has refunded it meanwhile: then there is a refund that was not there
 * before. Pure.
 *
 * @see docs/vendor-notes.md what secuconnect says of a lost dispute is unknown
 */
export function endOfDispute(before: Before, { dispute, payments }: Found): End {
  const words = payments.flatMap((payment) => (isRefund(payment) ? [] : payment.status_simple))
  if (dispute !== null) return { dispute }
  if (words.some((word) => IS_IN.has(word))) return { dispute: wasAway(before) ? RESOLVED : null }
  if (!isDisputed(before) || hasNewRefund(before, payments)) return { dispute }
  return words.length > 0 && words.every((word) => IS_GONE.has(word))
    ? { dispute: "lost", status: "failed", effective_amount: null }
    : { dispute: "issue" }
}

const RESOLVED = "issue_resolved"

function isDisputed({ dispute }: Before): boolean {
  return dispute === "issue" || dispute === "lost"
}

/** The order may have been paid otherwise meanwhile: it stays known that the money has come back. */
function wasAway(before: Before): boolean {
  const hasCome = isDisputed(before) || before.dispute === RESOLVED
  return hasCome || (before.is_booked && hasFailed(before))
}

function hasNewRefund({ payment_ids }: Before, payments: PaymentTransaction[]): boolean {
  return payments.flatMap(refundsOf).some((id) => id === undefined || !payment_ids.includes(id))
}

function refundsOf(payment: PaymentTransaction): (string | undefined)[] {
  const children = payment.related.filter(({ hierarchy }) => hierarchy === "child")
  return [...children.map(({ id }) => id), ...(isRefund(payment) ? [payment.id] : [])]
}
