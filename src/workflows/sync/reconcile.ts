import type { MedusaContainer } from "@medusajs/framework/types"
import { decide } from "../../mapping/decide/decide"
import type { Decision } from "../../mapping/decide/decision"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import { execute } from "./execute"
import { readCheckoutState } from "./checkout-state"
import { refreshAfterChange } from "./refresh-after-change"
import { readMedusaState } from "../../medusa/read-session"
import { repairOrderLink } from "../repair/repair-order-link"
import { record } from "./record"

/** A transfer that expires leads to a cancelled order, and that to nothing more. */
const MOST_STEPS = 4

/** What stands until something changes elsewhere. */
const STANDING: ReadonlySet<Decision["act"]> = new Set(["nothing", "wait", "report"])

/**
 * Decides what the last look means for Medusa, does it, looks whether it worked, because the core
 * gives up silently, and goes on until nothing is left to do. What did not work, or would be done
 * twice, is left to the next sync.
 */
export async function reconcile(
  container: MedusaContainer,
  checkout_id: string,
  source: EventSource,
): Promise<CheckoutRow> {
  const done = new Set<Decision["act"]>()
  let checkout: CheckoutRow = await container
    .resolve(SECUCONNECT_MODULE)
    .retrieveCheckout(checkout_id)
  while (done.size < MOST_STEPS) {
    const step = await reconcileOnce(container, checkout, { source, done })
    if (!step) break
    checkout = step.checkout
    done.add(step.act)
    if (step.problem !== null || STANDING.has(step.act)) break
  }
  return checkout
}

interface Step {
  checkout: CheckoutRow
  act: Decision["act"]
  problem: string | null
}

/** @returns null when nothing is left to do after an earlier step */
async function reconcileOnce(
  container: MedusaContainer,
  checkout: CheckoutRow,
  { source, done }: { source: EventSource; done: ReadonlySet<Decision["act"]> },
): Promise<Step | null> {
  const settings = await container.resolve(SECUCONNECT_MODULE).getSettings()
  const view = await readMedusaState(container, checkout.payment_session_id)
  const decision = decide(await readCheckoutState(container, checkout, settings), view)
  const { act } = decision
  if (done.has(act) || (act === "nothing" && done.size > 0)) return null
  if (act !== "nothing") await repairOrderLink(container, view)
  const problem = await execute(container, { checkout, decision, view, source })
  const after = STANDING.has(act)
    ? view
    : await readMedusaState(container, checkout.payment_session_id)
  const seen = await refreshAfterChange(container, checkout, { decision, source })
  const result = { checkout: seen, decision, problem, after, source, settings }
  return { checkout: await record(container, result), act, problem }
}
