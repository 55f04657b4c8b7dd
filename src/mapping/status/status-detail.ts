import type { PaymentTransaction } from "../../secuconnect"
import { isRefund, type CheckoutStatus } from "./status"

/** What the status alone does not say of a payment, see `statusDetail`. */
export type StatusDetail = "in_review" | "invoice_open" | "refunded"

/** What was read at secuconnect, as far as it matters here. */
export interface Detailed {
  status: CheckoutStatus
  method: string | null
  has_instructions: boolean
  /** The statuses do not fit together. */
  unclear: boolean
  payments: PaymentTransaction[]
}

/**
 * Tells apart what one status stands for. Pure.
 *
 * @returns `in_review`: no account to transfer to was named, so secupay is still checking, or the
 *   statuses do not fit together;
 *   `invoice_open`: secupay has accepted the invoice, and the customer has not paid it yet;
 *   `refunded`: money went back, which a payment that was merely reduced does not say
 */
export function statusDetail(read: Detailed): StatusDetail | null {
  const { status, has_instructions, unclear, payments } = read
  if (status === "waiting") return has_instructions && !unclear ? null : "in_review"
  if (isOpenInvoice(read)) return "invoice_open"
  const isIn = status === "accepted" || status === "cancelled"
  return isIn && payments.some(tellsOfRefund) ? "refunded" : null
}

/** Nothing was paid, given back or disputed yet. */
function isOpenInvoice({ status, method, payments }: Detailed): boolean {
  if (status !== "accepted" || method !== "invoice") return false
  const own = payments.filter((payment) => !isRefund(payment))
  return own.every(({ status_simple }) => !DONE.has(status_simple))
}

const DONE: ReadonlySet<PaymentTransaction["status_simple"]> = new Set([
  "paid",
  "refund",
  "issue",
  "issue_resolved",
])

function tellsOfRefund(payment: PaymentTransaction): boolean {
  const hasChild = payment.related.some(({ hierarchy }) => hierarchy === "child")
  return isRefund(payment) || hasChild || payment.status_simple === "refund"
}
