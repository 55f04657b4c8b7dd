import type { CheckoutStatus } from "../status/status"

/** Where a payment stands, in one word that the admin has a text for. */
export const PAYMENT_STATES = [
  "not_started",
  "unclear",
  "open",
  "waiting",
  "authorized",
  "paid",
  "partly_refunded",
  "refunded",
  "failed",
  "cancelled",
  "unknown",
] as const

export type PaymentState = (typeof PAYMENT_STATES)[number]

/** What the ledger knows of it. Minor units. */
export interface LedgerState {
  creation: "creating" | "open" | "not_created" | "unclear"
  status: CheckoutStatus | null
  amount: number
  /** What is left after refunds; null while nothing is known of any. */
  effective_amount: number | null
  /** What a person has decided about money without an order. */
  orphan_resolution: "refund" | "keep" | null
}

const BY_STATUS = {
  open: "open",
  waiting: "waiting",
  authorized: "authorized",
  failed: "failed",
  cancelled: "cancelled",
  unknown: "unknown",
} as const satisfies Record<Exclude<CheckoutStatus, "accepted">, PaymentState>

/** Reads the ledger's row as one word. Pure. */
export function paymentState(row: LedgerState): PaymentState {
  if (row.creation === "not_created") return "not_started"
  if (row.creation !== "open") return "unclear"
  const status = row.status ?? "open"
  // Somebody has paid, so to those who refunded it "cancelled" would say nothing of the money.
  if (status === "cancelled" && row.orphan_resolution === "refund") return "refunded"
  return status === "accepted" ? stateOfMoney(row) : BY_STATUS[status]
}

function stateOfMoney({ amount, effective_amount }: LedgerState): PaymentState {
  if (effective_amount === null || effective_amount >= amount) return "paid"
  return effective_amount > 0 ? "partly_refunded" : "refunded"
}
