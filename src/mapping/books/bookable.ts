import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

/** An order, as far as it decides what Medusa's core can write into its books. */
export interface OrderForBooking {
  id: string
  canceled: boolean
  /** A draft's own edits cancel an authorization before they are confirmed. */
  is_draft: boolean
  /** What the order still costs, major units, unrounded; below zero it owes the customer. */
  pending_difference: BigNumberInput | null
  /** Type of the order change that is open, see Medusa's `OrderChangeType`; null when none is. */
  open_change: string | null
}

/**
 * The credit line that the core writes with a refund, in an order change of its own: what goes back
 * beyond that which the order owes the customer. Major units, unrounded.
 *
 * @param amount of the refund, as Medusa asks for it
 * @see node_modules/@medusajs/core-flows/dist/payment/workflows/refund-payment.js
 */
export function creditLineOf(amount: BigNumberInput, pending_difference: BigNumberInput) {
  const owed = MathBN.max(0, MathBN.mult(pending_difference, -1))
  return MathBN.max(0, MathBN.sub(amount, owed))
}

/**
 * Why the core will not be able to book a refund that has been sent; null when it will.
 *
 * @param amount major units, unrounded
 */
export function obstacleToRefund(order: OrderForBooking, amount: BigNumberInput): string | null {
  if (MathBN.lte(creditLineOf(amount, order.pending_difference ?? 0), 0)) return null
  return order.canceled ? CANCELED_REFUND : obstacleOf(order.open_change, "refund again")
}

/**
 * Why "cancel order" will fail after its payments were cancelled and refunded; null when it will not.
 * An order that is cancelled already is no obstacle: nothing of it is wanted any more.
 */
export function obstacleToCancellation({
  canceled,
  is_draft,
  open_change,
}: OrderForBooking): string | null {
  return canceled || is_draft ? null : obstacleOf(open_change, "cancel again")
}

/** Why nothing should be captured for an order; null when it may. A capture needs no order change. */
export function obstacleToCapture({ canceled }: OrderForBooking): string | null {
  return canceled ? CANCELED_CAPTURE : null
}

const CANCELED_REFUND =
  "The order is cancelled, and Medusa books no refund on it. What is left of its payments is given " +
  "back by itself; where you have decided to keep a payment, refund it in secuOffice, and it is " +
  "booked here"

const CANCELED_CAPTURE =
  "The order is cancelled: nothing is charged for it. Its authorization is cancelled by itself"

/** What is open, in the words of Medusa's admin, and how it is brought to an end. */
const CHANGES: Record<string, { what: string; end: string }> = {
  edit: { what: "An edit of this order", end: "Confirm or cancel it" },
  return: { what: "A return of this order", end: "Confirm or cancel it" },
  return_request: { what: "A return of this order", end: "Confirm or cancel it" },
  return_receive: { what: "The receipt of a return of this order", end: "Confirm or cancel it" },
  exchange: { what: "An exchange of this order", end: "Confirm or cancel it" },
  claim: { what: "A claim of this order", end: "Confirm or cancel it" },
  transfer: {
    what: "A request to transfer this order to another customer",
    end: "Cancel the request, or let it be accepted",
  },
  credit_line: { what: "A credit line of this order", end: "Wait a moment until it is booked" },
}

const OTHER_CHANGE = { what: "A change of this order", end: "Confirm or cancel it" }

function obstacleOf(open_change: string | null, again: string): string | null {
  if (open_change === null) return null
  const { what, end } = CHANGES[open_change] ?? OTHER_CHANGE
  return (
    `${what} is open, and until it is done Medusa cannot book this. ` +
    `${end} in the order, then ${again}`
  )
}
