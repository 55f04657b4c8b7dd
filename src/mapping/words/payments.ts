/** Where a payment stands, in one word that the admin has a text for. */
export const PAYMENT_STATES = [
  "not_started",
  "unclear",
  "open",
  "waiting",
  "under_review",
  "authorized",
  "accepted",
  "paid",
  "disputed",
  "differs",
  "partly_refunded",
  "refunded",
  "failed",
  "cancelled",
] as const

export type PaymentState = (typeof PAYMENT_STATES)[number]

/** What a merchant may do with a payment. */
export const PAYMENT_ACTIONS = [
  "refresh",
  "remind",
  "report_delivery",
  "cancel",
  "refund",
  "keep",
  "complete",
] as const

export type PaymentAction = (typeof PAYMENT_ACTIONS)[number]

/** What a merchant decides about a payment without order. */
export type OrphanDecision = "refund" | "keep"

/** The way of an invoice; what is true of one is true of all before it. */
export const INVOICE_STEPS = ["accepted", "reported", "paid"] as const

export type InvoiceStep = (typeof INVOICE_STEPS)[number]

/** What of an article has not left the shop. */
export interface UnsentItem {
  title: string
  quantity: number
}

/** How a payment differs from what we asked for. */
export type Mismatch = "amount" | "currency" | "contract" | "demo" | "unconfirmed" | "status"

/** What a cart or an order wants from one payment. `amount` in minor units. */
export interface AmountDue {
  amount: number
  currency_code: string
}
