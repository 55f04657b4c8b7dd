import type { CheckoutStatus } from "../status/status"

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Who has not ordered by then does not, without another attempt. */
const LOST_MS = 24 * HOUR_MS
const LOOK_AGAIN_MS = 6 * HOUR_MS

/** A payment that was started for the order, as secuconnect was read last. */
export interface PaymentOfUnpaidOrder {
  status: CheckoutStatus | null
  /** Money is there, or may be, that the order does not show yet. */
  is_checked: boolean
  /** The statuses at secuconnect do not fit together. */
  is_unclear: boolean
}

/** An order that was placed before it was paid, and what has become of it. */
export interface UnpaidOrderState {
  /** Until there is one: when the session was started. */
  placed_at: Date
  /** Setting `orderFirstHours`. */
  hours: number
  now: Date
  /** Null when there is none yet, or its completion has taken it back. */
  order: {
    canceled: boolean
    /** What is to be paid, minor units; null where nobody knows. */
    open: number | null
    /** Whoever it is from: money is booked on it, authorized for it, or promised by another provider. */
    has_money: boolean
    /** A gift card or store credit has paid a part: cancelling would not give it back. */
    has_credit: boolean
  } | null
  payments: PaymentOfUnpaidOrder[]
}

/** The one thing to do next. */
export type UnpaidOrderDecision =
  /** `why`: its time is over, and this keeps it from being cancelled. */
  | { act: "wait"; until: Date | null; why?: string }
  /** Nobody waits for the first payment any more. */
  | { act: "end"; reason: "paid" | "transfer" | "cancelled" }
  /** Payment pages that are open: nobody may pay there while the order is cancelled. */
  | { act: "close_pages" }
  | { act: "cancel" }

/** When an order that was placed before it was paid is cancelled. */
export function endOfUnpaid(placed_at: Date, hours: number): Date {
  return new Date(placed_at.getTime() + hours * HOUR_MS)
}

/**
 * Says what becomes of an order that was placed before it was paid. Pure. Nothing is cancelled while money
 * may be under way, nor an order that anybody has paid something for: cancelling gives all of it back.
 */
export function decideUnpaidOrder(state: UnpaidOrderState): UnpaidOrderDecision {
  const { order, placed_at, hours, now } = state
  if (order === null) return waitForOrder(placed_at, now)
  if (order.canceled) return { act: "end", reason: "cancelled" }
  if (order.has_money || (order.open !== null && order.open <= 0))
    return { act: "end", reason: "paid" }
  const end = endOfUnpaid(placed_at, hours)
  if (now < end) return { act: "wait", until: earlier(end, later(now, HOUR_MS)) }
  const obstacle = obstacleIn(order)
  return obstacle === null ? decideOverdue(state) : waitALittle(now, obstacle)
}

/** What a person has to decide. */
function obstacleIn({ open, has_credit }: NonNullable<UnpaidOrderState["order"]>): string | null {
  if (open === null) return "Medusa does not say what is to be paid for it"
  return has_credit
    ? "a gift card or store credit has paid a part of it: cancel it and give that back, or collect the rest"
    : null
}

function decideOverdue({ payments, now }: UnpaidOrderState): UnpaidOrderDecision {
  if (payments.some(isUndecided)) return waitALittle(now, "a payment of it is still being checked")
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

function waitForOrder(placed_at: Date, now: Date): UnpaidOrderDecision {
  const isLost = now.getTime() - placed_at.getTime() > LOST_MS
  return { act: "wait", until: isLost ? null : later(now, LOOK_AGAIN_MS) }
}

function waitALittle(now: Date, why: string): UnpaidOrderDecision {
  return { act: "wait", until: later(now, 10 * MINUTE_MS), why }
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms)
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other
}
