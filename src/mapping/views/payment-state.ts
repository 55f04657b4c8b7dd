import type { CheckoutStatus } from "../status/status"
import type { StatusDetail } from "../status/status-detail"
import type { OrphanDecision, PaymentState } from "../words/payments"

/** What the ledger knows of it. Minor units. */
export interface LedgerState {
  creation: "creating" | "open" | "not_created" | "unclear"
  status: CheckoutStatus | null
  status_detail: StatusDetail | null
  /** Why a person has to act, see `ATTENTIONS`. */
  attention: string | null
  amount: number
  /** What is left after refunds; null while nothing is known of any. */
  effective_amount: number | null
  /** What a person has decided about a payment without order. */
  orphan_resolution: OrphanDecision | null
}

const BY_STATUS = {
  open: "open",
  waiting: "waiting",
  authorized: "authorized",
  failed: "failed",
  cancelled: "cancelled",
  unknown: "under_review",
} as const satisfies Record<Exclude<CheckoutStatus, "accepted">, PaymentState>

/** Whatever else is known of the payment, this is what a person has to read first. */
const BY_ATTENTION: ReadonlyMap<string | null, PaymentState> = new Map([
  ["mismatch", "differs"],
  ["amount_differs", "differs"],
  ["disputed", "disputed"],
])

/** Reads the ledger's row as one word. Pure; `payment-filter.ts` says the same in SQL. */
export function paymentState(row: LedgerState): PaymentState {
  if (row.creation === "not_created") return "not_started"
  if (row.creation !== "open") return "unclear"
  return BY_ATTENTION.get(row.attention) ?? stateOfStatus(row)
}

function stateOfStatus(row: LedgerState): PaymentState {
  const status = row.status ?? "open"
  if (status === "waiting" && row.status_detail === "in_review") return "under_review"
  if (status === "cancelled" && wentBack(row)) return "refunded"
  return status === "accepted" ? stateOfMoney(row) : BY_STATUS[status]
}

/** Somebody had paid: to those who refunded it "cancelled" would say nothing of the money. */
function wentBack({ orphan_resolution, status_detail }: LedgerState): boolean {
  return orphan_resolution === "refund" || status_detail === "refunded"
}

/** Less than was asked for is a refund only where money went back; an amount can be reduced, too. */
function stateOfMoney({ amount, effective_amount, status_detail }: LedgerState): PaymentState {
  if (effective_amount !== null && effective_amount <= 0) return "refunded"
  if (status_detail === "invoice_open") return "accepted"
  const isLess = effective_amount !== null && effective_amount < amount
  return isLess && status_detail === "refunded" ? "partly_refunded" : "paid"
}
