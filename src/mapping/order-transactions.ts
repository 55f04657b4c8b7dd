import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

/** A capture or refund of Medusa's payment; `amount` positive, major units. */
export interface PaymentBooking {
  id: string
  amount: BigNumberInput
  created_at: Date
}

/** A transaction of Medusa's order; what was given back is negative, major units. */
export interface OrderTransaction {
  id: string
  reference_id: string | null
  amount: BigNumberInput
  created_at: Date
}

/** A payment, and the transactions of its order. */
export interface BookedPayment {
  id: string
  captures: PaymentBooking[]
  refunds: PaymentBooking[]
  transactions: OrderTransaction[]
}

/** What tells the order another story than its payment. */
export interface OddTransactions {
  /** Captures and refunds that the order does not know. */
  captures: PaymentBooking[]
  refunds: PaymentBooking[]
  /** What the order has twice, or is said to have given back and no refund stands for it. */
  untrue: OrderTransaction[]
}

/**
 * Compares an order's transactions with its payment. The core books each capture and refund under its
 * own id, but what it gives back when an order is cancelled under the payment's id, and it does so
 * even where the refund has failed. Two who book the same capture at the same moment, a push and the
 * merchant say, book it twice.
 */
export function compareTransactions(payment: BookedPayment): OddTransactions {
  const { id, captures, transactions } = payment
  const known = new Set(transactions.map(({ reference_id }) => reference_id))
  const isUnknown = (booking: PaymentBooking) => !known.has(booking.id)
  const refunds = payment.refunds.filter(isUnknown)
  const givenBack = transactions.filter(({ reference_id }) => reference_id === id)
  const failed = givenBack.filter((transaction) => !takeRefund(refunds, transaction))
  const untrue = [...failed, ...findRepeated(payment)]
  return { captures: captures.filter(isUnknown), refunds, untrue }
}

/** All but the oldest for each capture and refund. */
function findRepeated({ captures, refunds, transactions }: BookedPayment): OrderTransaction[] {
  return [...captures, ...refunds].flatMap(({ id }) => {
    const [, ...repeated] = transactions
      .filter(({ reference_id }) => reference_id === id)
      .toSorted((one, other) => one.created_at.getTime() - other.created_at.getTime())
    return repeated
  })
}

/** @returns whether there was one; it is taken out of the list */
function takeRefund(refunds: PaymentBooking[], { amount }: OrderTransaction): boolean {
  const nth = refunds.findIndex((refund) => MathBN.eq(MathBN.mult(refund.amount, -1), amount))
  if (nth >= 0) refunds.splice(nth, 1)
  return nth >= 0
}
