import type { BigNumberValue } from "@medusajs/framework/types"
import type { Assessment } from "../status/status"
import type { Attention, Finding } from "../words/findings"
import type { AmountDue } from "../words/payments"

/**
 * What Medusa holds for the payment session of a checkout; null when the session is gone and no
 * order counts on a payment of it.
 */
export interface MedusaState {
  /** `SESSION_DELETED` when a later session took its place under an order. */
  session_status: string
  /** Of the session, in major units, as unrounded as Medusa keeps it. */
  amount: BigNumberValue
  payment_collection_id?: string
  cart: { id: string; completed: boolean } | null
  order: MedusaOrder | null
  /**
   * A server that dies while it places an order can leave one that its cart knows and its payment
   * collection does not: nothing could be booked on it.
   */
  missing_link?: { order_id: string; payment_collection_id: string }
  payment: MedusaPayment | null
  /**
   * What cart or order want from this session. Read where an order is still to be placed on it, or new,
   * or was placed for another amount than was paid.
   */
  amount_due?: AmountDue
}

/** Whether there is a cart to compare an order with. */
export function hasCart(medusa: MedusaState | null): boolean {
  return medusa?.cart != null && medusa.session_status !== SESSION_DELETED
}

export interface MedusaOrder {
  id: string
  canceled: boolean
  display_id?: number | null
  /** Payments of other sessions that are captured or authorized: a payment link's, say. */
  has_other_payments?: boolean
  /**
   * What it still needs beside those, minor units: authorized money counts as money. Left out where
   * nobody knows, and where this session's payment is captured, unless it was disputed once or has failed.
   */
  needs?: number
  /** Another checkout of it waits for its transfer or its risk check. */
  waits_for_other?: boolean
  /** That one was started later: the customer is reminded of it alone. */
  waits_for_newer?: boolean
}

/** Medusa's payment. Amounts in minor units. */
export interface MedusaPayment {
  id: string
  captured: boolean
  canceled: boolean
  checkout_id: string | null
  captured_amount: number
  refunded_amount: number
  /** A refund that may still be under way. */
  refund_is_fresh: boolean
  /** Its collection was cancelled while the order lives on: an edit has put another in its place. */
  is_withdrawn?: boolean
}

/** The core deletes a session whenever another one is started, even under an order. */
export const SESSION_DELETED = "deleted"

/** One checkout as the ledger has it, as refreshed from secuconnect. */
export interface CheckoutState extends Pick<Assessment, "status">, AmountDue {
  id: string
  mismatch: string | null
  /** `issue`: a returned debit or a chargeback; `lost`: the bank keeps that money. */
  dispute: string | null
  /** The statuses at secuconnect do not fit together; `is_unclear_for_long`: a person has to look. */
  is_unclear: boolean
  is_unclear_for_long: boolean
  /** The session was deleted or this transaction replaced, as the ledger was told. */
  cancel_requested: boolean
  superseded: boolean
  /** A test payment from the settings: it belongs to no order. */
  is_test_payment: boolean
  /** What secuconnect still asks for where that is less: it can be reduced there. */
  amount_asked?: number
  /** The ledger knows the order that counts on it. */
  has_order: boolean
  /** Somebody has tried to pay. */
  tried: boolean
  /** What is left at secuconnect, minor units; null when it is not known. */
  effective_amount: number | null
  /** What is left of further payments of the same transaction, minor units. */
  surplus_amount: number
  /** A request of ours that moves money and may still be under way. */
  has_unresolved_request: boolean
  /** Another session of the cart has been paid, and this one only promises: the other gets the order. */
  is_outranked: boolean
  /** Nobody finished on the payment page for as long as the shop waits. */
  is_abandoned: boolean
  /**
   * The transfer has not come for as long as the shop waits. `was_expired`: it was given up, or a promise
   * without an order was.
   */
  is_expired: boolean
  was_expired: boolean
  /** Setting: orders of transfers that did not come are cancelled. */
  cancels_expired: boolean
  /** What to do with money that no order wants: a person's decision, else the setting's. */
  orphan_policy: "refund" | "keep" | "ask"
  /** A person has decided it. */
  is_resolved: boolean
  /** Promised, and no order could be placed for as long as the shop waits; see `given_up_at`. */
  gives_up_promise: boolean
  /** The cart is not completed any more: its money is to be refunded, see `orphan_policy`. */
  gives_up_cart: boolean
}

/** The one thing to do next. */
export type Decision =
  | { act: "nothing" }
  /** Something is under way: check again soon. */
  | { act: "wait" }
  | { act: "complete_cart"; cart_id: string }
  /** `payment_id`: of a payment whose session is gone. */
  | { act: "book_capture"; amount: BigNumberValue; payment_id?: string }
  | { act: "book_authorization" }
  /** A refund that was made elsewhere. Minor units. */
  | { act: "book_refund"; amount: number; payment_id: string }
  /** Money that no order wants, or that is left on a cancelled order. */
  | { act: "refund_unwanted" }
  | { act: "fail_session" }
  | { act: "cancel_transaction" }
  /** Medusa's payment of a transaction that is cancelled, and that its order does not need. */
  | { act: "cancel_payment"; payment_id: string }
  /** The core deleted the session that an order counts on. */
  | { act: "restore_session" }
  | { act: "expire_transfer" }
  /** A promise on which no order could be placed in time. */
  | { act: "give_up_promise" }
  | { act: "cancel_order"; order_id: string }
  | { act: "forget_cancellation" }
  | { act: "report"; attention: Attention }

export const NOTHING: Decision = { act: "nothing" }
export const CANCEL: Decision = { act: "cancel_transaction" }
export const GIVE_UP: Decision = { act: "give_up_promise" }

export function report(attention: Attention): Decision {
  return { act: "report", attention }
}

/** A decision that changes nothing but the ledger's row. */
type IdleDecision = Extract<
  Decision,
  { act: "nothing" | "wait" | "forget_cancellation" | "report" }
>

/** A decision that changes something in Medusa or at secuconnect, and can fail. */
export type ActiveDecision = Exclude<Decision, IdleDecision>

const IDLE: ReadonlySet<Decision["act"]> = new Set<IdleDecision["act"]>([
  "nothing",
  "wait",
  "forget_cancellation",
  "report",
])

export function isActive(decision: Decision): decision is ActiveDecision {
  return !IDLE.has(decision.act)
}

/** What the history says when it did not work. */
export function failureOf(decision: Decision): Finding | null {
  return isActive(decision) ? `${decision.act}_failed` : null
}
