/** @see https://developer.secuconnect.com/integration/Status_Flow_of_a_Smart_Transaction.html */
export const SMART_TRANSACTION_STATUSES = [
  "created",
  "processing",
  "approved",
  "pending",
  "ok",
  "received",
  "shipped",
  "collection",
  "collected",
  "failed",
  "cancelled",
] as const

export type SmartTransactionStatus = (typeof SMART_TRANSACTION_STATUSES)[number]

/** A status never seen before becomes `unknown`: neither paid nor final. */
export function parseSmartTransactionStatus(raw: string): SmartTransactionStatus | "unknown" {
  const word = raw.toLowerCase() === "canceled" ? "cancelled" : raw.toLowerCase()
  return SMART_TRANSACTION_STATUSES.find((status) => status === word) ?? "unknown"
}
