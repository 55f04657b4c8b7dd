import type { PaymentTransaction, SimpleStatus } from "../../secuconnect"
import { isRefund, type Assessment } from "./status"

/** The ledger's row before a reading. */
interface Before {
  dispute: string | null
  /** Of its payments, and of what hangs on them. */
  payment_ids: readonly string[]
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
 * How a dispute has ended, or goes on. Without a word that it was resolved it is lost once nothing of the
 * money is there, unless somebody has refunded it meanwhile: then there is a refund that was not there
 * before. Pure.
 *
 * @see docs/vendor-notes.md what secuconnect says of a lost dispute is unknown
 */
export function endOfDispute(before: Before, { dispute, payments }: Found): End {
  const wasDisputed = before.dispute === "issue" || before.dispute === "lost"
  if (dispute !== null || !wasDisputed) return { dispute }
  const words = payments.flatMap((payment) => (isRefund(payment) ? [] : payment.status_simple))
  if (words.some((word) => IS_IN.has(word)) || hasNewRefund(before, payments)) return { dispute }
  return words.length > 0 && words.every((word) => IS_GONE.has(word))
    ? { dispute: "lost", status: "failed", effective_amount: null }
    : { dispute: "issue" }
}

function hasNewRefund({ payment_ids }: Before, payments: PaymentTransaction[]): boolean {
  return payments.flatMap(refundsOf).some((id) => id === undefined || !payment_ids.includes(id))
}

function refundsOf(payment: PaymentTransaction): (string | undefined)[] {
  const children = payment.related.filter(({ hierarchy }) => hierarchy === "child")
  return [...children.map(({ id }) => id), ...(isRefund(payment) ? [payment.id] : [])]
}
