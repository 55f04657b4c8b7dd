import type { BigNumberInput } from "@medusajs/framework/types"
import { bookedTotals } from "../money/totals"
import type { Currency } from "../words/currency"

/** One of Medusa's rows. Amount in major units, unrounded. */
export interface Booking {
  id: string
  amount: BigNumberInput
  created_at: Date
}

/** A payment in Medusa's books, and what is left of it at secuconnect. */
export interface Booked {
  currency: Currency
  captured: boolean
  captures: Booking[]
  refunds: Booking[]
  /** Minor units. */
  effective_amount: number | null
  /** Medusa's captures and refunds that a request of ours was sent or is being sent for. */
  asked_for: string[]
  /** What is younger may still be on its way. */
  before: Date
}

/** Ids of rows that claim what has not happened. */
export interface DanglingEntries {
  captures: string[]
  refunds: string[]
}

/**
 * Rows that a crash has left: captures of a payment that is not captured, and a refund that was never
 * asked for at secuconnect. Such a refund is known by three things together: no request of ours
 * belongs to it, it is old, and without it the books say what is left at secuconnect. Where that is
 * not certain nothing is touched; the difference is reported.
 */
export function findDanglingEntries(booked: Booked): DanglingEntries {
  const isOld = ({ created_at }: Booking) => created_at < booked.before
  if (!booked.captured) return { captures: booked.captures.filter(isOld).map(idOf), refunds: [] }
  const refund = booked.refunds.find(
    (row) => isOld(row) && isTooMuch(booked, row) && !booked.asked_for.includes(row.id),
  )
  return { captures: [], refunds: refund ? [refund.id] : [] }
}

/** Whether the books are those of secuconnect without this refund, and are not with it. */
function isTooMuch(booked: Booked, refund: Booking): boolean {
  const left = (refunds: Booking[]) => {
    const { captured, refunded } = bookedTotals({ ...booked, refunds }, booked.currency)
    return captured - refunded
  }
  const { effective_amount, refunds } = booked
  const without = left(refunds.filter((row) => row !== refund))
  return without === effective_amount && left(refunds) !== effective_amount
}

function idOf({ id }: Booking): string {
  return id
}

/** A capture or refund makes fewer calls to secuconnect, each with its time limit. */
const CALLS = 6

const MINUTE = 60_000

/** What a busy server and database add: a booking that still comes must not be added beside ours. */
const PATIENCE_MS = 3 * MINUTE

/**
 * For whoever knows that nothing is on its way: whatever is there was begun before, by any server's clock.
 *
 * @see https://tc39.es/ecma262/#sec-time-values-and-time-range
 */
export const EVERYTHING_SO_FAR = new Date(8_640_000_000_000_000)

/** Captures and refunds that were begun before are not on their way any more. */
export function danglingBefore(now: Date, timeoutMs: number): Date {
  return new Date(now.getTime() - CALLS * timeoutMs - PATIENCE_MS)
}

/** When to check whether a capture or refund that begins now has left a dangling entry. */
export function nextDanglingCheck(now: Date, timeoutMs: number): Date {
  return new Date(now.getTime() + CALLS * timeoutMs + PATIENCE_MS + MINUTE)
}
