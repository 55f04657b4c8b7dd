import type { BigNumberInput } from "@medusajs/framework/types"
import { toMinorUnits, type Currency } from "../words/currency"

/** A capture or refund of Medusa's payment; `amount` positive, major units. */
export interface PaymentBooking {
  id: string
  amount: BigNumberInput
  created_at: Date
}

/** A transaction of Medusa's order; what was given back is negative, major units. */
export interface OrderTransaction {
  id: string
  reference_id?: string | null | undefined
  amount: BigNumberInput
  created_at: Date
  /** Of the order, when it was written. */
  version: number
}

/** A payment, and the transactions of its order. */
export interface BookedPayment {
  id: string
  currency: Currency
  captures: PaymentBooking[]
  refunds: PaymentBooking[]
  transactions: OrderTransaction[]
}

/** What tells the order another story than its payment. */
export interface OddTransactions {
  /** Captures and refunds that the order does not know. */
  captures: PaymentBooking[]
  refunds: PaymentBooking[]
  /** What the order has twice, with another amount, or for a refund that is not there. */
  untrue: OrderTransaction[]
}

/**
 * Compares an order's transactions with its payment, rounded as the payment was. The core books each
 * capture and refund under its own id, but what it gives back when an order is cancelled under the
 * payment's id, and it does so even where the refund has failed. Two who book the same capture at the
 * same moment, a push and the merchant say, book it twice. And a refund that the order does not know
 * is filled in with the next one, but with the amount of that.
 */
export function compareTransactions(payment: BookedPayment): OddTransactions {
  const { id, transactions } = payment
  const captures = payment.captures.map((booking) => match(payment, booking, 1))
  const refunds = payment.refunds.map((booking) => match(payment, booking, -1))
  const unknown = refunds.filter(isUnknown).map(({ booking }) => booking)
  const givenBack = transactions.filter(({ reference_id }) => reference_id === id)
  const failed = givenBack.filter((transaction) => !takeRefund(payment, unknown, transaction))
  return {
    captures: captures.filter(isUnknown).map(({ booking }) => booking),
    refunds: unknown,
    untrue: [...failed, ...[...captures, ...refunds].flatMap(({ untrue }) => untrue)],
  }
}

interface Match {
  booking: PaymentBooking
  isKnown: boolean
  /** What stands under its id beside the one that is right. */
  untrue: OrderTransaction[]
}

/** Of several that are right the oldest is. */
function match(
  { currency, transactions }: BookedPayment,
  booking: PaymentBooking,
  sign: 1 | -1,
): Match {
  const wanted = sign * toMinorUnits(booking.amount, currency)
  const own = transactions
    .filter(({ reference_id }) => reference_id === booking.id)
    .toSorted((one, other) => one.created_at.getTime() - other.created_at.getTime())
  const right = own.find(({ amount }) => toMinorUnits(amount, currency) === wanted)
  const untrue = own.filter((transaction) => transaction !== right)
  return { booking, isKnown: right !== undefined, untrue }
}

function isUnknown({ isKnown }: Match): boolean {
  return !isKnown
}

/** @returns whether there was one; it is taken out of the list */
function takeRefund(
  { currency }: BookedPayment,
  refunds: PaymentBooking[],
  transaction: OrderTransaction,
): boolean {
  const amount = -toMinorUnits(transaction.amount, currency)
  const nth = refunds.findIndex((refund) => toMinorUnits(refund.amount, currency) === amount)
  if (nth >= 0) refunds.splice(nth, 1)
  return nth >= 0
}
