import { decide } from "../../mapping/decide/decide"
import { isActive, type Decision, type MedusaState } from "../../mapping/decide/decision"
import { outcomeOfStep, type Step } from "../../mapping/decide/outcome"
import type { Problem } from "../../mapping/words/problem"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import { closeOtherSessions } from "../booking/close-other-sessions"
import { isReportRefused } from "../delivery/is-report-refused"
import type { Deps } from "../deps"
import { repairOrderLink } from "../repair/repair-order-link"
import { readCheckoutState } from "./read-checkout-state"
import { moveToHeir } from "./move-to-heir"
import { readDueOfCart } from "./amount-due"
import { readPlaced } from "./read-medusa"
import { execute } from "./execute"
import { failingSince } from "./failing-since"
import { record } from "./record"
import type { Task } from "./task"

/** A transfer that expires leads to a cancelled order, and that to nothing more. */
const MOST_STEPS = 4

/** What stands until something changes elsewhere. */
const STANDING: ReadonlySet<Decision["act"]> = new Set(["nothing", "wait", "report"])

/** What cancels the transaction at secuconnect, unless the customer pays before it gets there. */
const CANCELS: ReadonlySet<Decision["act"]> = new Set([
  "cancel_transaction",
  "expire_transfer",
  "give_up_promise",
])

/** What changes something at secuconnect, so that the row is out of date afterwards. */
const CHANGES_THE_STATUS: ReadonlySet<Decision["act"]> = new Set([...CANCELS, "refund_unwanted"])

/**
 * Decides what the last refresh means for Medusa, executes it, checks that it worked, because the
 * core gives up silently, records it, and goes on until nothing is left to do. What did not work, or
 * would be done twice, is left to the next sync.
 */
export async function reconcile(
  deps: Deps,
  checkout_id: string,
  source: EventSource,
): Promise<CheckoutRow> {
  const done = new Set<Decision["act"]>()
  const overtaken = new Set<Decision["act"]>()
  let checkout = await deps.ledger.retrieveCheckout(checkout_id)
  const was_booked = checkout.is_booked
  while (done.size < MOST_STEPS) {
    // Each time: it may have been paid while it was being cancelled.
    checkout = await moveToHeir(deps, checkout)
    const step = await reconcileOnce(deps, checkout, { source, done, overtaken })
    if (!step) break
    checkout = step.checkout
    if (step.is_overtaken) {
      overtaken.add(step.act)
      continue
    }
    done.add(step.act)
    if (step.problem !== null || STANDING.has(step.act)) break
  }
  return await withoutOldMismatch(deps, checkout, { source, was_booked })
}

/** What was a mismatch before Medusa had booked the money can be a refund that was quick. */
async function withoutOldMismatch(
  deps: Deps,
  checkout: CheckoutRow,
  { source, was_booked }: { source: EventSource; was_booked: boolean },
): Promise<CheckoutRow> {
  const isNewlyBooked = checkout.is_booked && !was_booked
  return isNewlyBooked && checkout.mismatch !== null
    ? await readAgainOrKeep(deps, checkout, source)
    : checkout
}

interface Sync {
  source: EventSource
  /** What was executed in this sync. */
  done: ReadonlySet<Decision["act"]>
  /** What was refused in this sync because the customer was faster. */
  overtaken: ReadonlySet<Decision["act"]>
}

interface DoneStep {
  checkout: CheckoutRow
  act: Decision["act"]
  problem: Problem | null
  /** It was refused because the status had changed; nothing is recorded, it is decided anew. */
  is_overtaken: boolean
}

/** @returns null when nothing is left to do after an earlier step */
async function reconcileOnce(
  deps: Deps,
  checkout: CheckoutRow,
  { source, done, overtaken }: Sync,
): Promise<DoneStep | null> {
  const settings = await deps.ledger.getSettings()
  const medusa = await readPlaced(deps, checkout)
  const decision = decide(await readCheckoutState(deps, checkout, { settings, medusa }), medusa)
  const { act } = decision
  const isAtEnd = act === "nothing" && done.size > 0 && overtaken.size === 0
  if (done.has(act) || isAtEnd) return null
  if (act !== "nothing") await repairOrderLink(deps, checkout, medusa)
  const executed = await executeDecision(deps, checkout, { decision, medusa, source })
  const { problem, current } = executed
  const is_overtaken = !overtaken.has(act) && isOvertaken({ ...executed, act, before: checkout })
  if (is_overtaken) return { checkout: current, act, problem, is_overtaken }
  const recorded = await recordStep(deps, current, { ...executed, decision, source, settings })
  return { checkout: recorded, act, problem, is_overtaken }
}

interface Executed {
  problem: Problem | null
  /** Medusa and the ledger's row as they are afterwards. */
  after: MedusaState | null
  current: CheckoutRow
}

async function executeDecision(
  deps: Deps,
  checkout: CheckoutRow,
  { decision, medusa, source }: Omit<Task, "checkout" | "decision"> & { decision: Decision },
): Promise<Executed> {
  const { act } = decision
  const problem = isActive(decision)
    ? await execute(deps, { checkout, decision, medusa, source })
    : null
  const after = STANDING.has(act) ? medusa : await readPlaced(deps, checkout)
  const current = CHANGES_THE_STATUS.has(act)
    ? await readAgainOrKeep(deps, checkout, source)
    : checkout
  return { problem, after, current }
}

interface Attempt extends Pick<Executed, "problem" | "current"> {
  act: Decision["act"]
  before: CheckoutRow
}

/** A cancellation that is refused because somebody has paid meanwhile is no problem: it is decided anew. */
function isOvertaken({ act, problem, before, current }: Attempt): boolean {
  return CANCELS.has(act) && problem !== null && current.status !== before.status
}

interface StepToRecord extends Omit<Executed, "current"> {
  decision: Decision
  source: EventSource
  settings: Step["limits"]
}

async function recordStep(
  deps: Deps,
  checkout: CheckoutRow,
  { decision, problem, after, source, settings: limits }: StepToRecord,
): Promise<CheckoutRow> {
  const { act } = decision
  const cart_due = await readDueOfCart(deps, checkout, after)
  const is_scheduled = source === "schedule"
  const failing_since = await failingSince(deps.ledger, checkout, { act, problem })
  const is_report_refused = await isReportRefused(deps, checkout)
  const now = await deps.ledger.now()
  const executed = { decision, problem, after, cart_due, failing_since, is_report_refused }
  const outcome = outcomeOfStep({ checkout, ...executed, is_scheduled, limits, now })
  await closeTabs(deps, checkout, { is_new: outcome.is_new_order, after })
  return await record(deps, checkout, { outcome, source })
}

/**
 * The storefront may have completed the cart while other tabs were open: nobody pays for the order
 * again there. An order that only waits may still be paid in another one.
 */
async function closeTabs(
  deps: Deps,
  checkout: CheckoutRow,
  { is_new, after }: { is_new: boolean; after: MedusaState | null },
): Promise<void> {
  if (!is_new || !after?.cart || after.payment?.checkout_id !== checkout.id) return
  const cart = { cart_id: after.cart.id, is_ordered: true }
  const problem = await closeOtherSessions(deps, checkout, cart)
  if (problem === null) return
  deps.logger.warn(
    `secuconnect: ${checkout.reference}: other sessions were not closed: ${problem.cause}`,
  )
}

/** If secuconnect cannot be read now, the schedule reads it soon. */
async function readAgainOrKeep(
  { ledger }: Deps,
  { id }: CheckoutRow,
  source: EventSource,
): Promise<CheckoutRow> {
  const current: CheckoutRow = await ledger.retrieveCheckout(id)
  return await ledger.refresh(current, source).catch(() => current)
}
