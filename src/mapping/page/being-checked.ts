import { sessionFinding, type CheckoutFinding } from "../views/outcome"

/** A payment of the order, as the ledger has it. */
export interface PaymentOfPage extends CheckoutFinding {
  /** What a person has decided about money that has no order. */
  orphan_resolution: string | null
  /** Medusa holds a payment of it for the order. */
  is_booked: boolean
}

/**
 * Whether money is there, or may be, that the order does not show yet and about which nobody has decided:
 * while that is so, nobody is asked to pay. Pure.
 */
export function isBeingChecked(payment: PaymentOfPage): boolean {
  const { orphan_resolution, effective_amount } = payment
  if (orphan_resolution !== null || effective_amount === 0 || isOfPart(payment)) return false
  const { state, code } = sessionFinding(payment)
  return state === "processing" || code === "payment_processing" || isUnbooked(payment)
}

/** The order costs more than that: its rest is to be paid, as of any order that has become dearer. */
function isOfPart({ status, attention, is_booked }: PaymentOfPage): boolean {
  const isIn = status === "accepted" || status === "authorized"
  return isIn && is_booked && attention === "amount_differs"
}

/** Paid or authorized for the order, and Medusa's books do not have it yet. */
function isUnbooked({ status, attention, is_booked }: PaymentOfPage): boolean {
  const isIn = status === "accepted" || status === "authorized"
  return isIn && !is_booked && attention !== "not_cancelled"
}
