import type { SimpleStatus } from "../../secuconnect"

/** A payment as the ledger keeps it. */
interface KnownPayment {
  status: string
  is_refund: boolean
}

const UNSHIPPED: SimpleStatus = "waiting_for_shipment"

/** Whether an invoice still waits for its last shipment: until that is reported, secupay pays nothing out. */
export function isUnshipped(payments: KnownPayment[] | null): boolean {
  return (payments ?? []).some(({ is_refund, status }) => !is_refund && status === UNSHIPPED)
}
