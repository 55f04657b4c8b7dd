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

/**
 * What became of a link that a merchant wants to be mailed. `off`: the setting `mails` does not want it;
 * `sent_before`: within the last minute; `failed`: the shop's mail provider did not take it.
 */
export type LinkMailOutcome =
  "sent" | "sent_before" | "off" | "no_address" | "no_provider" | "failed"
