import { wasRefunded } from "../status/payable-payment"
import { placesOrder } from "../status/session-status"
import type { CheckoutStatus } from "../status/status"
import { toAttention, type Attention, type Finding } from "../words/findings"
import type { AmountDue } from "../words/payments"
import type { Problem } from "../words/problem"
import { meets, sumsProblem } from "./amount-due"
import { attentionOf, isTriedAgain, type StepResult } from "./attention"
import { deadlinesOf, type TimeLimits } from "./deadlines"
import { failureOf, hasCart, type Decision, type MedusaState } from "./decision"
import { nextDue } from "./next-due"
import { refundedOf } from "./refunded"
import { isToRemind } from "./wanted"
import { standingEvents, type StandingEvent } from "./shop-events"

/** The ledger's row, as far as a step of reconciling reads it. Amounts in minor units. */
interface CheckoutBefore extends AmountDue {
  id: string
  status: CheckoutStatus | null
  method: string | null
  dispute: string | null
  attention: string | null
  effective_amount: number | null
  /** What was due when it was last compared and was something else. */
  amount_due: AmountDue | null
  is_cart_compared: boolean
  order_id: string | null
  order_display_id: number | null
  payment_collection_id: string | null
  payments: { status: string; is_refund: boolean }[] | null
  instructions: object | null
  status_detail: string | null
  unclear_since: Date | null
  /** When the promise was given up. */
  expired_at: Date | null
  waiting_since: Date | null
  reminded_at: Date | null
  created_at: Date
  checks: number
}

/** How long the same may fail for passing reasons until a person is told. */
const TOLD_AFTER_MS = 15 * 60_000

/** One step of reconciling: what was decided, and what came of it. */
export interface Step {
  checkout: CheckoutBefore
  decision: Decision
  /** Why it did not work; null when it did. */
  problem: Problem | null
  /** Since when the same has failed for a passing reason; null when it did not before. */
  failing_since: Date | null
  /** Medusa after the decision was executed. */
  after: MedusaState | null
  /** What the cart costs whose session is gone. */
  cart_due?: AmountDue | undefined
  /** An invoice whose last shipment secuconnect refuses to take: it does not become due. */
  is_report_refused?: boolean
  /** Whether the schedule has made the check: its checks are counted. */
  is_scheduled: boolean
  limits: TimeLimits
  now: Date
}

/** A line for the checkout's history, and for the log. */
interface OutcomeNote {
  finding: Finding
  problem: Problem | null
  /** Not again where the history has it already. */
  once: boolean
}

/** What follows from a step: for the row, for the shop's subscribers, for the history. */
export interface Outcome {
  row: {
    order_id: string | null
    order_display_id: number | null
    payment_collection_id: string | null
    attention: Attention | null
    amount_due: AmountDue | null
    checks: number
    due_at: Date | null
    is_booked: boolean
    // Others may write these meanwhile: only what the step changes.
    waiting_since?: Date
    reminded_at?: Date
    expired_at?: null
    cancel_requested_at?: null
  }
  events: StandingEvent[]
  /** What the customer has got back in all, minor units. */
  refunded: number
  notes: OutcomeNote[]
  /** The order was not known before. */
  is_new_order: boolean
  /** Asked until it is known: was it ordered as the customer was shown it? */
  compares_cart: boolean
  /** The order has got this payment now: what else was started for it may be needed no more. */
  settles_order: boolean
}

/** Says what is to be written down after a step. Pure; the same step again changes nothing more. */
export function outcomeOfStep(step: Step): Outcome {
  const { checkout, decision, now, after, limits } = step
  const result = resultOf(step)
  const order = orderOf(step)
  const amount_due = amountDueOf(step)
  const attention = attentionIn(step, result, amount_due)
  const is_new_order = checkout.order_id === null && order.order_id !== null
  const { reminds, ...waiting } = waitingOf(step)
  const checks = checkout.checks + (step.is_scheduled ? 1 : 0)
  const due = { checkout: { ...checkout, ...waiting, ...order }, checks, result, limits, now }
  return {
    row: {
      ...order,
      ...waiting,
      payment_collection_id: collectionOf(step),
      attention,
      amount_due,
      checks,
      due_at: nextDue({ ...due, attention }),
      ...marksOf(step),
      ...withoutMark(decision),
    },
    events: [
      ...(reminds ? ["secuconnect.payment_reminder" as const] : []),
      ...standingEvents({
        ...checkout,
        attention,
        was_given_up: checkout.expired_at !== null && order.order_id === null,
        after,
      }),
    ],
    refunded: refundedOf(checkout, after),
    notes: notesOf(step, result, { attention, amount_due, order_id: order.order_id }),
    is_new_order,
    compares_cart: order.order_id !== null && !checkout.is_cart_compared && hasCart(after),
    settles_order: is_new_order || hasBooked(step),
  }
}

function collectionOf({ checkout, after }: Step): string | null {
  return after?.payment_collection_id ?? checkout.payment_collection_id
}

/** After these nobody wants the transaction to be cancelled any more. */
const KEEPS: ReadonlySet<Decision["act"]> = new Set(["forget_cancellation", "restore_session"])

function withoutMark({ act }: Decision): Pick<Outcome["row"], "cancel_requested_at"> {
  return KEEPS.has(act) ? { cancel_requested_at: null } : {}
}

function hasBooked({ checkout, decision: { act }, after }: Step): boolean {
  const isBooking = act === "book_capture" || act === "book_authorization"
  return isBooking && after?.order != null && after.payment?.checkout_id === checkout.id
}

/** What was given up, came all the same and is booked is given up no longer. */
function marksOf({ checkout, after }: Step): Pick<Outcome["row"], "is_booked" | "expired_at"> {
  const payment = after?.order ? after.payment : null
  const is_booked = payment?.checkout_id === checkout.id && !payment.canceled
  return { is_booked, ...(is_booked && checkout.expired_at !== null ? { expired_at: null } : {}) }
}

function resultOf({ checkout, decision, problem, after, failing_since, now }: Step): StepResult {
  const attention = toAttention(checkout.attention)
  const fails_on = failing_since !== null && now.getTime() - failing_since.getTime() > TOLD_AFTER_MS
  return { status: checkout.status, attention, decision, problem, fails_on, after }
}

function orderOf(step: Step): Pick<Outcome["row"], "order_id" | "order_display_id"> {
  const { order_id, order_display_id } = step.checkout
  const order = isOrderOurs(step) ? step.after?.order : null
  return order
    ? { order_id: order.id, order_display_id: order.display_id ?? order_display_id }
    : { order_id, order_display_id }
}

/** As long as there is no payment, the order is that of the transaction that has promised one. */
function isOrderOurs({ checkout, decision, after }: Step): boolean {
  if (after?.payment) return after.payment.checkout_id === checkout.id
  const hasFailed = decision.act === "report" && decision.attention === "payment_failed"
  return hasFailed || placesOrder(checkout.status ?? "unknown")
}

function isWaiting({ status }: CheckoutBefore, after: MedusaState | null): boolean {
  return status === "waiting" && after?.order?.canceled === false
}

type Waiting = Pick<Outcome["row"], "waiting_since" | "reminded_at"> & { reminds: boolean }

/** Since when the order waits for its transfer; the customer is reminded when it is time. */
function waitingOf({ checkout, decision, after, limits, now }: Step): Waiting {
  if (!isWaiting(checkout, after)) return { reminds: false }
  const since = checkout.waiting_since ?? now
  const { remind_at } = deadlinesOf({ ...checkout, waiting_since: since }, limits)
  const reminds = remind_at !== null && remind_at <= now && isToRemind(decision, after)
  return {
    ...(checkout.waiting_since === null ? { waiting_since: since } : {}),
    ...(reminds ? { reminded_at: now } : {}),
    reminds,
  }
}

/** It is compared as long as the payment counts; of one that was cancelled it stays known why. */
function amountDueOf({ checkout, after, cart_due }: Step): AmountDue | null {
  const due = after?.amount_due ?? cart_due
  if (!due) return checkout.amount_due
  return meets(due, checkout) ? null : { amount: due.amount, currency_code: due.currency_code }
}

/**
 * What else needs a person goes before an order that costs something else than was paid or promised, and
 * that before a shipment that was not reported.
 */
function attentionIn(step: Step, result: StepResult, due: AmountDue | null): Attention | null {
  const attention = attentionOf(result)
  if (attention !== null) return attention
  if (due && isOrdered(step) && !isPaidOtherwise(step, due)) return "amount_differs"
  return step.is_report_refused ? "delivery_not_reported" : null
}

function isOrdered({ checkout, after }: Step): boolean {
  return placesOrder(checkout.status ?? "unknown") && after?.order?.canceled === false
}

/** Other payments were faster: what that means for this one the next step decides. */
function isPaidOtherwise({ checkout, after }: Step, { amount }: AmountDue): boolean {
  return amount <= 0 && after?.payment?.checkout_id !== checkout.id
}

type Written = Pick<Outcome["row"], "attention" | "amount_due" | "order_id">

function notesOf(step: Step, result: StepResult, row: Written): OutcomeNote[] {
  return [
    ...newsOf(step, result, row),
    ...(isGivenBackByCore(step.checkout, row.order_id)
      ? [{ finding: "refunded_without_order" as const, problem: null, once: true }]
      : []),
  ]
}

/** What is tried again stands in the history by its own name, not as what a person is told. */
function newsOf(step: Step, result: StepResult, { attention, amount_due }: Written): OutcomeNote[] {
  const { checkout, decision } = step
  const isNews = attention !== null && attention !== checkout.attention
  const finding = (isTriedAgain(result) ? null : attention) ?? failureOf(decision)
  if (!finding || (!isNews && step.problem === null)) return []
  const problem = step.problem ?? sumsProblem(checkout, amount_due)
  return [{ finding, problem, once: false }]
}

/** The core gives money back by itself when it could not complete the cart. */
function isGivenBackByCore({ status, payments }: CheckoutBefore, order_id: string | null): boolean {
  return status === "cancelled" && order_id === null && wasRefunded(payments)
}
