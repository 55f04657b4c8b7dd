/** A payment as the ledger keeps it. */
interface KnownPayment {
  id: string
  status: string
  is_refund: boolean
}

const DEAD = new Set(["denied", "void"])

/**
 * The payment that capture, refund and cancel go to: never `[0]`, because failed tries and refunds
 * stand in the same list.
 */
export function payableTarget(payments: KnownPayment[]): string | null {
  return payments.find((payment) => !payment.is_refund && !DEAD.has(payment.status))?.id ?? null
}
