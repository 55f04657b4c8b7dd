/** Of the plugin itself: Smart Transactions that nobody needs any more. Data: `checkout_ids`. */
export const CANCELLATION_REQUESTED = "secuconnect.cancellation_requested"

/** The core deletes the session after it has told the provider: a look before that is too early. */
export const CANCELLATION_DELAY_MS = 2_000

/** Events for the shop's own subscribers, each sent at least once; see docs/events.md. */
export const SHOP_EVENTS = [
  "secuconnect.payment_accepted",
  "secuconnect.payment_waiting",
  "secuconnect.payment_reminder",
  "secuconnect.payment_failed",
  "secuconnect.payment_expired",
  "secuconnect.payment_orphaned",
  "secuconnect.payment_disputed",
  "secuconnect.payment_dispute_resolved",
  "secuconnect.refund_booked",
  "secuconnect.refund_failed",
  "secuconnect.delivery_reported",
] as const

export type ShopEventName = (typeof SHOP_EVENTS)[number]
