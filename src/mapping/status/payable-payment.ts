import type { SimpleStatus } from "../../secuconnect"
import { isDead } from "./status"

/** A payment as the ledger keeps it. */
interface KnownPayment {
  id: string
  status: string
  is_refund: boolean
}

/** The money is in, whatever has become of it since; then what is only promised. */
const BY_WORTH: readonly string[] = [
  "accepted",
  "paid",
  "waiting_for_shipment",
  "issue_resolved",
  "issue",
  "refund",
  "authorized",
  "pending",
  "on_hold",
] satisfies SimpleStatus[]

/**
 * The payment that capture, refund and cancel go to: never `[0]`, because tries that failed or were
 * left, and refunds, stand in the same list.
 */
export function payableTarget(payments: KnownPayment[]): string | null {
  const own = payments.filter((payment) => !payment.is_refund && !isDead(payment.status))
  const [target] = own.toSorted((one, other) => rank(one) - rank(other))
  return target?.id ?? null
}

function rank({ status }: KnownPayment): number {
  const worth = BY_WORTH.indexOf(status)
  return worth < 0 ? BY_WORTH.length : worth
}

/** Whether money went back. */
export function wasRefunded(
  payments: Pick<KnownPayment, "is_refund">[] | null | undefined,
): boolean {
  return (payments ?? []).some(({ is_refund }) => is_refund)
}
