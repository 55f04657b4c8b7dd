import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { toMajorUnits, toMinorUnits, type Currency } from "../words/currency"

/*
 * Medusa keeps amounts unrounded, also those of a single article (14.125057…), and secuconnect takes
 * whole cents. Parts that are rounded one by one do not add up to the rounded whole, so it is always
 * the running total that is rounded.
 */

/** A capture or refund of Medusa, or a transaction of its order; major units, unrounded. */
interface Entry {
  amount: BigNumberInput
}

/** What Medusa has booked on a payment; major units, unrounded. */
export interface PaymentEntries {
  captures: Entry[]
  refunds: (Entry & { id: string })[]
}

/** The unrounded sum, major units. */
export function sumOf(entries: readonly Entry[]) {
  return MathBN.sum(0, ...entries.map(({ amount }) => amount))
}

/** The sum of unrounded amounts in minor units, rounded once. */
export function totalInMinorUnits(entries: readonly Entry[], currency: Currency): number {
  return toMinorUnits(sumOf(entries), currency)
}

/**
 * What was captured and refunded, in minor units. Medusa shows rounded amounts and lets refunds exceed
 * the captures a little: more than was taken is not given back.
 */
export function bookedTotals(
  { captures, refunds }: { captures: readonly Entry[]; refunds: readonly Entry[] },
  currency: Currency,
): { captured: number; refunded: number } {
  const captured = totalInMinorUnits(captures, currency)
  const refunded = totalInMinorUnits(refunds, currency)
  const excess = MathBN.sub(sumOf(refunds), sumOf(captures))
  const isRounding = MathBN.lt(excess, toMajorUnits(1, currency))
  return { captured, refunded: isRounding ? Math.min(captured, refunded) : refunded }
}

/** A request of the ledger, as far as it matters here. `amount` in minor units. */
interface SentRequest {
  kind: string
  state: string
  amount: number
  /** Medusa's refund that it was made for. */
  medusa_id: string | null
}

/** One refund of a payment: how much, major units, and everything booked before, itself included. */
export interface RefundPart extends PaymentEntries {
  refund_id: string | null
  amount: BigNumberInput
}

/**
 * What a refund takes from the payment in minor units: what all refunds so far come to with this one,
 * less what was sent for them. Nothing where a part is so small that the total stays the same: the
 * next one makes up for it. A refund of Medusa that no request of ours was carried out for counts on
 * neither side.
 *
 * @param requests of the refund's checkout
 */
export function refundToSend(
  part: RefundPart,
  requests: readonly SentRequest[],
  currency: Currency,
): number {
  const before = othersOf(part).flatMap((refund) => {
    const request = requests.find((row) => isCarriedOut(row) && row.medusa_id === refund.id)
    return request ? [{ ...refund, sent: request.amount }] : []
  })
  const refunds = [...before, part]
  const total =
    part.captures.length > 0
      ? bookedTotals({ ...part, refunds }, currency).refunded
      : totalInMinorUnits(refunds, currency)
  return Math.max(0, total - before.reduce((sum, { sent }) => sum + sent, 0))
}

function isCarriedOut({ kind, state }: SentRequest): boolean {
  return state === "done" && (kind === "refund" || kind === "external_refund")
}

function othersOf({ refund_id, refunds }: RefundPart): RefundPart["refunds"] {
  return refunds.filter(({ id }) => id !== refund_id)
}

/**
 * The refund that leaves nothing in Medusa's books leaves nothing at secuconnect: it takes what is
 * left there, if that is only a matter of rounding.
 *
 * @param toSend minor units, see `refundToSend`
 * @param effective what is left at secuconnect, minor units
 */
export function orTheRest(
  part: RefundPart,
  { toSend, effective }: { toSend: number; effective: number },
  currency: Currency,
): number {
  const others = othersOf(part)
  const refunds = [...others, part]
  const { captured, refunded } = bookedTotals({ ...part, refunds }, currency)
  const isRounding = Math.abs(effective - toSend) <= others.length
  return captured > 0 && captured === refunded && isRounding ? effective : toSend
}

/**
 * What to write into Medusa's books for money that went back at secuconnect, in major units. What
 * takes the last cent takes what Medusa has left: else a fraction of a cent stayed there, or a
 * fraction too much was asked for.
 *
 * @param minor what went back, minor units
 */
export function amountToBook(
  booked: PaymentEntries | null,
  minor: number,
  currency: Currency,
): BigNumberInput {
  const { captures = [], refunds = [] } = booked ?? {}
  const { captured, refunded } = bookedTotals({ captures, refunds }, currency)
  const left = MathBN.sub(sumOf(captures), sumOf(refunds))
  const isLast = captured - refunded === minor && MathBN.gt(left, 0)
  return isLast ? left.toFixed() : toMajorUnits(minor, currency)
}
