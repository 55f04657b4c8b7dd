/** Why a person has to act on a checkout. */
export const ATTENTIONS = [
  "mismatch",
  "amount_differs",
  "orphaned",
  "payment_failed",
  "payment_expired",
  "transfer_too_high",
  "authorization_too_high",
  "not_booked",
  "not_cancelled",
  "disputed",
  "refund_failed",
  "refund_not_booked",
  "status_unclear",
  "paid_twice",
  "delivery_not_reported",
] as const

export type Attention = (typeof ATTENTIONS)[number]

/** The ledger keeps it as text. */
export function toAttention(text: string | null): Attention | null {
  return ATTENTIONS.find((known) => known === text) ?? null
}

/**
 * What a person is told of a payment. `order_not_placed` is `orphaned` while the money is only promised;
 * `basket_changed` does not follow from the ledger's `attention`, nor does `delivery_not_reported` where
 * only the tracking of a parcel is missing.
 */
export const WARNINGS = [...ATTENTIONS, "order_not_placed", "basket_changed"] as const

export type WarningCode = (typeof WARNINGS)[number]

/**
 * Where news of a checkout came from: the customer's return or waiting page, a webhook, the
 * schedule, a person in the admin, or a call of Medusa's.
 */
export const EVENT_SOURCES = ["return", "poll", "push", "schedule", "admin", "medusa"] as const

export type EventSource = (typeof EVENT_SOURCES)[number]

/** Everything that a line of a checkout's history can say; the admin has a text for each. */
export const FINDINGS = [
  "seen_open",
  "seen_waiting",
  "seen_authorized",
  "seen_accepted",
  "seen_failed",
  "seen_cancelled",
  "seen_unknown",
  "not_sent",
  "not_created",
  "unclear",
  ...ATTENTIONS,
  "payment_accepted",
  "payment_waiting",
  "payment_reminder",
  "invoice_payable",
  "payment_orphaned",
  "payment_given_up",
  "payment_amount_differs",
  "payment_disputed",
  "payment_dispute_resolved",
  "refund_booked",
  "refund_made",
  "refunded_without_order",
  "delivery_reported",
  "delivery_failed",
  "delivery_refused",
  "dangling_entry_removed",
  "unrelated_push",
  "odd_reply",
  "orphan_refund",
  "orphan_keep",
  "orphan_complete",
  "complete_cart_failed",
  "book_capture_failed",
  "book_authorization_failed",
  "book_refund_failed",
  "refund_unwanted_failed",
  "fail_session_failed",
  "cancel_transaction_failed",
  "cancel_payment_failed",
  "restore_session_failed",
  "expire_transfer_failed",
  "give_up_promise_failed",
  "cancel_order_failed",
] as const

export type Finding = (typeof FINDINGS)[number]

/** The ledger keeps it as text; null for what this version has no words for. */
export function toFinding(text: string): Finding | null {
  return FINDINGS.find((known) => known === text) ?? null
}

/** The same for where it came from. */
export function toEventSource(text: string): EventSource | null {
  return EVENT_SOURCES.find((known) => known === text) ?? null
}

/** What the history says of an event for the shop's subscribers. */
export const FINDING_OF_EVENT = {
  "secuconnect.payment_accepted": "payment_accepted",
  "secuconnect.payment_waiting": "payment_waiting",
  "secuconnect.payment_reminder": "payment_reminder",
  "secuconnect.invoice_payable": "invoice_payable",
  "secuconnect.payment_failed": "payment_failed",
  "secuconnect.payment_expired": "payment_expired",
  "secuconnect.payment_orphaned": "payment_orphaned",
  "secuconnect.payment_given_up": "payment_given_up",
  "secuconnect.payment_amount_differs": "payment_amount_differs",
  "secuconnect.payment_disputed": "payment_disputed",
  "secuconnect.payment_dispute_resolved": "payment_dispute_resolved",
  "secuconnect.refund_booked": "refund_booked",
  "secuconnect.refund_made": "refund_made",
  "secuconnect.refund_failed": "refund_failed",
  "secuconnect.delivery_reported": "delivery_reported",
} as const satisfies Record<string, Finding>

/** Events for the shop's own subscribers, each published at least once; see docs/events.md. */
export type ShopEventName = keyof typeof FINDING_OF_EVENT
