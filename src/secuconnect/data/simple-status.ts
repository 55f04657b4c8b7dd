/**
 * Names of the simple status; the index is the vendor's number.
 * @see https://developer.secuconnect.com/integration/Check_Status_and_Amount_of_a_Payment.html
 */
export const SIMPLE_STATUSES = [
  "proceed",
  "accepted",
  "authorized",
  "denied",
  "issue",
  "void",
  "issue_resolved",
  "refund",
  "created",
  "paid",
  "pending",
  "subscription_approved",
  "subscription_declined",
  "on_hold",
  "waiting_for_shipment",
  "container_authorized",
  "container_denied",
] as const

export type SimpleStatus = (typeof SIMPLE_STATUSES)[number]

/** A number never seen before, or none, becomes `unknown`. */
export function parseSimpleStatus(raw: number | undefined): SimpleStatus | "unknown" {
  return raw === undefined ? "unknown" : (SIMPLE_STATUSES[raw] ?? "unknown")
}
