import { decide } from "../../mapping/decide/decide"
import { isActive, type Decision, type MedusaState } from "../../mapping/decide/decision"
import { outcomeOfStep } from "../../mapping/decide/outcome"
import type { Problem } from "../../mapping/words/problem"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import { closeOtherSessions } from "../booking/close-other-sessions"
import type { Deps } from "../deps"
import { repairOrderLink } from "../repair/repair-order-link"
import { readCheckoutState } from "./read-checkout-state"
import { moveToHeir } from "./move-to-heir"
import { readDueOfCart } from "./amount-due"
import { readPlaced } from "./read-medusa"
import { execute } from "./execute"
import { failingSince } from "./failing-since"
import { record } from "./record"

/** A transfer that expires leads to a cancelled order, and that to nothing more. */
const MOST_STEPS = 4

/** What stands until something changes elsewhere. */
const STANDING: ReadonlySet<Decision["act"]> = new Set(["nothing", "wait", "report"])

/** What changes something at secuconnect, so that the row is out of date afterwards. */
const CHANGES_THE_STATUS: ReadonlySet<Decision["act"]> = new Set([
  "cancel_transaction",
  "expire_transfer",
  "give_up_promise",
  "refund_unwanted",
])

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
  let checkout = await moveToHeir(deps, await deps.ledger.retrieveCheckout(checkout_id))
  const was_booked = checkout.is_booked
  while (done.size < MOST_STEPS) {
    const step = await reconcileOnce(deps, checkout, { source, done })
    if (!step) break
    checkout = step.checkout
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

interface DoneStep {
  checkout: CheckoutRow
  act: Decision["act"]
  problem: Problem | null
}

/** @returns null when nothing is left to do after an earlier step */
async function reconcileOnce(
  deps: Deps,
  checkout: CheckoutRow,
  { source, done }: { source: EventSource; done: ReadonlySet<Decision["act"]> },
): Promise<DoneStep | null> {
  const settings = await deps.ledger.getSettings()
  const medusa = await readPlaced(deps, checkout)
  const decision = decide(await readCheckoutState(deps, checkout, { settings, medusa }), medusa)
  const { act } = decision
  if (done.has(act) || (act === "nothing" && done.size > 0)) return null
  if (act !== "nothing") await repairOrderLink(deps, checkout, medusa)
  const problem = isActive(decision)
    ? await execute(deps, { checkout, decision, medusa, source })
    : null
  const after = STANDING.has(act) ? medusa : await readPlaced(deps, checkout)
  const current = CHANGES_THE_STATUS.has(act)
    ? await readAgainOrKeep(deps, checkout, source)
    : checkout
  const cart_due = await readDueOfCart(deps, current, after)
  const is_scheduled = source === "schedule"
  const failing_since = await failingSince(deps.ledger, current, { act, problem })
  const executed = { decision, problem, failing_since, after, cart_due }
  const step = { checkout: current, ...executed, is_scheduled, limits: settings }
  const outcome = outcomeOfStep({ ...step, now: await deps.ledger.now() })
  await closeTabs(deps, current, { is_new: outcome.is_new_order, after })
  return { checkout: await record(deps, current, { outcome, source }), act, problem }
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
