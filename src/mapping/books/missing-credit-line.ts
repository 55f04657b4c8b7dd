import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { creditLineOf } from "./bookable"

/** What an order was worth in one of its versions; major units, unrounded. */
export interface OrderVersion {
  version: number
  /** Without the credit lines above zero that it has got since it was placed, and before anything was paid. */
  worth: BigNumberInput
}

/** An order's money from its first version to the current one; major units, unrounded. */
export interface OrderHistory {
  /** Oldest first. */
  versions: OrderVersion[]
  /** Oldest first; what was given back is negative. */
  transactions: { version: number; amount: BigNumberInput }[]
  /** Credit lines above zero that the order has beyond those it was placed with. */
  credit: BigNumberInput
}

/**
 * The credit lines that the core should have written with an order's refunds and that the order does not
 * have; major units, zero where none is missing. Either the core did not get so far, or a fulfilment
 * began the same version of the order at the same moment: then the core confirms the change without its
 * line. A refund takes first what the order owes the customer anyway, so the order is gone through from
 * its beginning. A merchant's own credit line counts as if it were one of a refund; one
 * below zero, with which less is owed to the customer, is a part of what the order is worth.
 *
 * @see node_modules/@medusajs/core-flows/dist/payment/workflows/refund-payment.js
 * @see node_modules/@medusajs/order/dist/utils/apply-order-changes.js
 */
export function missingCreditLine({ versions, transactions, credit }: OrderHistory) {
  let owed = MathBN.convert(0)
  let needed = MathBN.convert(0)
  let worth: BigNumberInput = 0
  versions.forEach((version, nth) => {
    owed = MathBN.add(owed, MathBN.sub(version.worth, worth))
    worth = version.worth
    const next = versions[nth + 1]?.version ?? Infinity
    const from = nth === 0 ? -Infinity : version.version
    for (const { version: written, amount } of transactions) {
      if (written < from || written >= next) continue
      const line = MathBN.lt(amount, 0) ? creditLineOf(MathBN.mult(amount, -1), owed) : 0
      needed = MathBN.add(needed, line)
      owed = MathBN.sub(MathBN.sub(owed, amount), line)
    }
  })
  return MathBN.max(0, MathBN.sub(needed, credit))
}
