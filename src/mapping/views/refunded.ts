import type { CheckoutStatus } from "../status/status"

/** A payment of an order, as the ledger has it. Amounts in minor units. */
export interface RefundablePayment {
  status: CheckoutStatus | null
  /** `refunded`: money went back. */
  status_detail?: string | null
  attention?: string | null
  order_id: string | null
  amount: number
  effective_amount: number | null
}

/** What the customer of an order has got back. */
export type Refunded = "all" | "part"

/** Money that the order did not want: the order was paid otherwise. */
const UNWANTED: ReadonlySet<string | null> = new Set(["orphaned", "not_cancelled"])

/** Says what of the money for an order went back to its customer; null: nothing. Pure. */
export function refundedOf(payments: readonly RefundablePayment[]): Refunded | null {
  const told = payments.filter(isMoneyOfOrder).map(backOf)
  if (told.every((back) => back === null)) return null
  return told.every((back) => back === "all") ? "all" : "part"
}

function isMoneyOfOrder({ status, status_detail, order_id, attention = null }: RefundablePayment) {
  if (order_id === null || UNWANTED.has(attention)) return false
  return status === "accepted" || (status === "cancelled" && status_detail === "refunded")
}

function backOf({ status, status_detail, amount, effective_amount }: RefundablePayment) {
  if (status === "cancelled" || (effective_amount !== null && effective_amount <= 0)) return "all"
  const isLess = effective_amount !== null && effective_amount < amount
  return isLess && status_detail === "refunded" ? "part" : null
}
