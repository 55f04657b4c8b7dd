/** The mails that the plugin can send to a customer, in the order of the settings page. */
export const MAIL_KINDS = [
  "prepayment",
  "invoice",
  "reminder",
  "payment_link",
  "payment_failed",
  "refund",
] as const

export type MailKind = (typeof MAIL_KINDS)[number]

/** Why an order is to be paid by a link. */
export const LINK_REASONS = [
  "order",
  "order_edit",
  "exchange",
  "claim",
  "payment_failed",
  "transfer_expired",
  "debit_returned",
] as const

export type LinkReason = (typeof LINK_REASONS)[number]
