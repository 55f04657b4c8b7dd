import type { CheckoutStatus } from "../status/status"
import type { InvoiceStep } from "../words/payments"

/** An invoice as the ledger has it. */
export interface ViewedInvoice {
  method: string | null
  status: CheckoutStatus | null
  payments: { status: string; is_refund: boolean }[] | null
}

const BY_PAYMENT: ReadonlyMap<string, InvoiceStep> = new Map([
  ["waiting_for_shipment", "accepted"],
  ["accepted", "reported"],
  ["paid", "paid"],
])

/**
 * How far an invoice has come: accepted by secupay, its last shipment reported, paid by the
 * customer. Pure.
 *
 * @see https://developer.secuconnect.com/integration/Check_Status_and_Amount_of_a_Payment.html
 */
export function invoiceStep({ method, status, payments }: ViewedInvoice): InvoiceStep | null {
  if (method !== "invoice" || status !== "accepted") return null
  const own = (payments ?? []).filter(({ is_refund }) => !is_refund)
  const steps = own.flatMap((payment) => BY_PAYMENT.get(payment.status) ?? [])
  return steps[0] ?? null
}
