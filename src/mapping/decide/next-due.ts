import { isTriedAgain, type StepResult } from "./attention"
import { nextCheck, nextCheckOfPaid, nextCheckOfUnshipped } from "./back-off"
import { deadlinesOf, nextDeadline, type TimeLimits, type Waiting } from "./deadlines"
import type { Decision } from "./decision"
import { nextCheckOfUnclear } from "./unclear"
import { isUnshipped } from "../status/unshipped"
import type { Attention } from "../words/findings"

const SOON_MS = 60_000

/** Something is under way, or what it led to is still to be told. */
const SOON: ReadonlySet<Decision["act"]> = new Set<Decision["act"]>([
  "wait",
  "cancel_transaction",
  "expire_transfer",
  "give_up_promise",
  "refund_unwanted",
])

/** What can still change by itself, or needs another try. */
const UNSTEADY: ReadonlySet<Attention | null> = new Set<Attention>([
  "amount_differs",
  "orphaned",
  "not_cancelled",
  "not_booked",
  "refund_not_booked",
])

export interface DueInput {
  checkout: Omit<Waiting, "attention"> & {
    payments: { status: string; is_refund: boolean }[] | null
  }
  /** Checks by the schedule so far, this one included. */
  checks: number
  result: StepResult
  /** What needs a person after this sync. */
  attention: Attention | null
  limits: TimeLimits
  now: Date
}

/**
 * When the schedule checks next: by the back-off, no later than the next deadline; ever more rarely at
 * what is paid; never when nothing can change by itself any more. Pushes wake a checkout up.
 */
export function nextDue({ checkout, checks, limits, now, ...found }: DueInput): Date | null {
  const { result } = found
  if (isSoon(result)) return new Date(now.getTime() + SOON_MS)
  if (checkout.unclear_since) return nextCheckOfUnclear(checkout.unclear_since, now)
  return nextDueOfClear({ checkout, checks, limits, now, ...found })
}

function nextDueOfClear({ checkout, checks, limits, now, ...found }: DueInput): Date | null {
  const { result, attention } = found
  const isSteady = result.problem === null && !UNSTEADY.has(attention)
  const isPaidFor = isPaid(result) || isMissed({ result, attention })
  if (isSteady && isPaidFor) return nextDueOfPaid(checkout, now)
  if (isSteady && (isOver(result) || isDecided(result))) return null
  return earlier(
    nextCheck(checks, now),
    nextDeadline(deadlinesOf({ ...checkout, attention }, limits), now),
  )
}

function nextDueOfPaid({ created_at, payments }: DueInput["checkout"], now: Date): Date | null {
  return isUnshipped(payments)
    ? nextCheckOfUnshipped(created_at, now)
    : nextCheckOfPaid(created_at, now)
}

/** What is refused is tried again ever more rarely. */
function isSoon(result: StepResult): boolean {
  const { decision, problem } = result
  return isTriedAgain(result) || (SOON.has(decision.act) && problem === null)
}

function earlier(check: Date, deadline: Date | null): Date {
  return deadline && deadline < check ? deadline : check
}

function isOver({ status }: StepResult): boolean {
  return status === "failed" || status === "cancelled"
}

/** Medusa has captured it, and secuconnect says that it has failed: it may be in again. */
function isMissed({ result, attention }: Pick<DueInput, "result" | "attention">): boolean {
  const isToldOf = attention === "payment_failed" && isOver(result)
  return isToldOf && result.after?.payment?.captured === true
}

/** A payment without order that was refunded, or that a person keeps. */
function isDecided({ status, decision, after }: StepResult): boolean {
  return status === "accepted" && decision.act === "nothing" && after?.payment?.captured !== true
}

function isPaid({ status, after }: StepResult): boolean {
  return status === "accepted" && after?.payment?.captured === true
}
