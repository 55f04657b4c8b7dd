import { wasRefunded } from "../status/payable-payment"
import { placesOrder } from "../status/session-status"
import type { CheckoutStatus } from "../status/status"
import { toAttention, type Attention, type Finding } from "../words/findings"
import type { Problem } from "../words/problem"
import { attentionOf, isTriedAgain, type StepResult } from "./attention"
import { deadlinesOf, type TimeLimits } from "./deadlines"
import { isActive, type Decision, type MedusaState } from "./decision"
import { nextDue } from "./next-due"
import { standingEvents, type StandingEvent } from "./shop-events"

/** The ledger's row, as far as a step of reconciling reads it. Amounts in minor units. */
interface CheckoutBefore {
  id: string
  status: CheckoutStatus | null
  method: string | null
  dispute: string | null
  attention: string | null
  order_id: string | null
  order_display_id: number | null
  payment_collection_id: string | null
  payments: { is_refund: boolean }[] | null
  instructions: object | null
  waiting_since: Date | null
  reminded_at: Date | null
  /** When the promise was given up. */
  expired_at: Date | null
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
    waiting_since: Date | null
    reminded_at: Date | null
    checks: number
    due_at: Date | null
    cancel_requested_at?: null
  }
  events: StandingEvent[]
  notes: OutcomeNote[]
  /** The order was not known before. */
  is_new_order: boolean
  /** Asked once, when the order is new: was it ordered as the customer was shown it? */
  compares_cart: boolean
  /** The order has got this payment now: what else was started for it may be needed no more. */
  settles_order: boolean
}

/** Says what is to be written down after a step. Pure; the same step again changes nothing more. */
export function outcomeOfStep(step: Step): Outcome {
  const { checkout, decision, now, after, limits } = step
  const result = resultOf(step)
  const attention = attentionOf(result)
  const order = orderOf(step)
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
      checks,
      due_at: nextDue({ ...due, attention }),
      ...withoutMark(decision),
    },
    events: [
      ...(reminds ? ["secuconnect.payment_reminder" as const] : []),
      ...standingEvents({
        ...checkout,
        attention,
        has_instructions: checkout.instructions !== null,
        was_given_up: checkout.expired_at !== null && order.order_id === null,
        after,
      }),
    ],
    notes: notesOf(step, result, { attention, order_id: order.order_id }),
    is_new_order,
    compares_cart: is_new_order && after?.cart != null,
    settles_order: is_new_order || hasBooked(step),
  }
}

function collectionOf({ checkout, after }: Step): string | null {
  return after?.payment_collection_id ?? checkout.payment_collection_id
}

/** After these nobody wants the transaction to be cancelled any more. */
const KEEPS: ReadonlySet<Decision["act"]> = new Set(["forget_cancellation", "restore_session"])

function withoutMark({ act }: Decision): { cancel_requested_at?: null } {
  return KEEPS.has(act) ? { cancel_requested_at: null } : {}
}

function hasBooked({ checkout, decision: { act }, after }: Step): boolean {
  const isBooking = act === "book_capture" || act === "book_authorization"
  return isBooking && after?.order != null && after.payment?.checkout_id === checkout.id
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

/** Since when the order waits for its transfer; the customer is reminded once, when it is time. */
function waitingOf({ checkout, decision, after, limits, now }: Step) {
  const { waiting_since, reminded_at } = checkout
  const waits = isWaiting(checkout, after)
  if (!waits) return { waiting_since, reminded_at, reminds: false }
  const since = waiting_since ?? now
  const { remind_at } = deadlinesOf({ ...checkout, waiting_since: since }, limits)
  const isTime = remind_at !== null && remind_at <= now
  // Not of a sum that is not due, or of a payment that differs from what was asked for.
  const reminds = isTime && decision.act !== "report"
  return { waiting_since: since, reminded_at: reminds ? now : reminded_at, reminds }
}

/** What is tried again stands in the history by its own name, not as what a person is told. */
function notesOf(
  { checkout, decision, problem }: Step,
  result: StepResult,
  { attention, order_id }: { attention: Attention | null; order_id: string | null },
): OutcomeNote[] {
  const isNews = problem !== null || (attention !== null && attention !== checkout.attention)
  const finding = (isTriedAgain(result) ? null : attention) ?? failureOf(decision)
  return [
    ...(isNews && finding ? [{ finding, problem, once: false }] : []),
    ...(isGivenBackByCore(checkout, order_id)
      ? [{ finding: "refunded_without_order" as const, problem: null, once: true }]
      : []),
  ]
}

function failureOf(decision: Decision): Finding | null {
  return isActive(decision) ? `${decision.act}_failed` : null
}

/** The core gives money back by itself when it could not complete the cart. */
function isGivenBackByCore({ status, payments }: CheckoutBefore, order_id: string | null): boolean {
  return status === "cancelled" && order_id === null && wasRefunded(payments)
}
