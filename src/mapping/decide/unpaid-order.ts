import {
  decideOverdueOrder,
  type OverdueDecision,
  type PaymentOfUnpaidOrder,
  type UnpaidOrder,
} from "./overdue-order"

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Who has not ordered by then does not, without another attempt. */
const LOST_MS = 24 * HOUR_MS
const LOOK_AGAIN_MS = 6 * HOUR_MS

/** An order that was placed before it was paid, and what has become of it. */
export interface UnpaidOrderState {
  /** Until there is one: when the session was started. */
  placed_at: Date
  /** Setting `orderFirstHours`. */
  hours: number
  now: Date
  /** Null when there is none yet, or its completion has taken it back. */
  order: UnpaidOrder | null
  payments: PaymentOfUnpaidOrder[]
}

/** The one thing to do next. */
export type UnpaidOrderDecision =
  /** `why`: its time is over, and this keeps it from being cancelled. */
  { act: "wait"; until: Date | null; why?: string } | Exclude<OverdueDecision, { act: "wait" }>

/** When an order that was placed before it was paid is cancelled. */
export function endOfUnpaid(placed_at: Date, hours: number): Date {
  return new Date(placed_at.getTime() + hours * HOUR_MS)
}

/** Says what becomes of an order that was placed before it was paid. Pure. */
export function decideUnpaidOrder(state: UnpaidOrderState): UnpaidOrderDecision {
  const { order, payments, placed_at, hours, now } = state
  if (order === null) return waitForOrder(placed_at, now)
  const overdue = decideOverdueOrder(order, payments)
  if (overdue.act === "end" && overdue.reason !== "transfer") return overdue
  const end = endOfUnpaid(placed_at, hours)
  if (now < end) return { act: "wait", until: earlier(end, later(now, HOUR_MS)) }
  return overdue.act === "wait"
    ? { act: "wait", until: later(now, 10 * MINUTE_MS), why: overdue.why }
    : overdue
}

function waitForOrder(placed_at: Date, now: Date): UnpaidOrderDecision {
  const isLost = now.getTime() - placed_at.getTime() > LOST_MS
  return { act: "wait", until: isLost ? null : later(now, LOOK_AGAIN_MS) }
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms)
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other
}
