import type { CheckoutStatus } from "../status/status"

/** A payment that was started for the order, as secuconnect was read last. */
export interface PaymentOfUnpaidOrder {
  status: CheckoutStatus | null
  /** Money is there, or may be, that the order does not show yet. */
  is_checked: boolean
  /** The statuses at secuconnect do not fit together. */
  is_unclear: boolean
}

/** An order that waits for its money. */
export interface UnpaidOrder {
  canceled: boolean
  /** What is to be paid, minor units; null where nobody knows. */
  open: number | null
  /** Whoever it is from: money is booked on it, authorized for it, or promised by another provider. */
  has_money: boolean
  /** A gift card or store credit has paid a part: cancelling would not give it back. */
  has_credit: boolean
}

/** What becomes of an order whose time is over. */
export type OverdueDecision =
  /** Nobody waits for the money any more, or by the rules of another transfer. */
  | { act: "end"; reason: "paid" | "transfer" | "cancelled" }
  /** `why`: this keeps it from being cancelled. `is_passing`: nobody need do anything about it. */
  | { act: "wait"; why: string; is_passing: boolean }
  /** Payment pages that are open: nobody may pay there while the order is cancelled. */
  | { act: "close_pages" }
  | { act: "cancel" }

/**
 * Says what becomes of an order that nobody has paid in time, whoever set the time. Pure. Nothing is cancelled
 * while money may be under way, nor an order that anybody has paid something for: cancelling gives all of it
 * back.
 */
export function decideOverdueOrder(
  order: UnpaidOrder,
  payments: readonly PaymentOfUnpaidOrder[],
): OverdueDecision {
  if (order.canceled) return { act: "end", reason: "cancelled" }
  if (order.has_money || (order.open !== null && order.open <= 0))
    return { act: "end", reason: "paid" }
  const why = obstacleIn(order)
  return why === null ? decideUnpaid(payments) : { act: "wait", why, is_passing: false }
}

/** What a person has to decide. */
function obstacleIn({ open, has_credit }: UnpaidOrder): string | null {
  if (open === null) return "Medusa does not say what is to be paid for it"
  return has_credit
    ? "a gift card or store credit has paid a part of it: cancel it and give that back, or collect the rest"
    : null
}

function decideUnpaid(payments: readonly PaymentOfUnpaidOrder[]): OverdueDecision {
  if (payments.some(isUndecided))
    return { act: "wait", why: "a payment of it is still being checked", is_passing: true }
  if (payments.some(({ status }) => status === "waiting")) return { act: "end", reason: "transfer" }
  return payments.some(isOpen) ? { act: "close_pages" } : { act: "cancel" }
}

function isUndecided({ status, is_checked, is_unclear }: PaymentOfUnpaidOrder): boolean {
  return is_checked || is_unclear || status === "unknown"
}

/** Also one that was never read. */
function isOpen({ status }: PaymentOfUnpaidOrder): boolean {
  return status === "open" || status === null
}
