import type { SimpleStatus } from "../../secuconnect"
import { isDead } from "./status"

/** A payment as the ledger keeps it. */
interface KnownPayment {
  id: string
  status: string
  is_refund: boolean
}

/** The money is in, whatever has become of it since. */
const ACCEPTED: ReadonlySet<string> = new Set<SimpleStatus>([
  "accepted",
  "paid",
  "waiting_for_shipment",
  "issue",
  "issue_resolved",
  "refund",
])
const PROMISED: ReadonlySet<string> = new Set<SimpleStatus>(["authorized", "pending", "on_hold"])

/**
 * The payment that capture, refund and cancel go to: never `[0]`, because tries that failed or were
 * left, and refunds, stand in the same list.
 */
export function payableTarget(payments: KnownPayment[]): string | null {
  const own = payments.filter((payment) => !payment.is_refund && !isDead(payment.status))
  const target =
    own.find(({ status }) => ACCEPTED.has(status)) ??
    own.find(({ status }) => PROMISED.has(status)) ??
    own[0]
  return target?.id ?? null
}

/** Whether money went back. */
export function wasRefunded(
  payments: Pick<KnownPayment, "is_refund">[] | null | undefined,
): boolean {
  return (payments ?? []).some(({ is_refund }) => is_refund)
}
