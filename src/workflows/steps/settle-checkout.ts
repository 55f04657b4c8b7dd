import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { decide, type CheckoutState } from "../../mapping/decide"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import { carryOut } from "../utils/carry-out"
import { readMedusaView } from "../utils/medusa-view"
import { mendLink } from "../utils/mend-link"
import { writeResult } from "../utils/write-result"

export interface SettleInput {
  checkout_id: string
  source: EventSource
}

/**
 * Decides what the last look means for Medusa, does that one thing, and looks whether it worked:
 * the core gives up silently.
 */
export const settleCheckoutStep = createStep(
  "secuconnect-settle-checkout",
  async ({ checkout_id, source }: SettleInput, { container }) => {
    const ledger = container.resolve(SECUCONNECT_MODULE)
    const checkout = await ledger.retrieveCheckout(checkout_id)
    const before = await readMedusaView(container, checkout.payment_session_id)
    const decision = decide(toState(checkout), before)
    if (decision.act !== "nothing") await mendLink(container, before)
    const problem = await carryOut(container, { checkout, decision, source })
    const after =
      decision.act === "nothing"
        ? before
        : await readMedusaView(container, checkout.payment_session_id)
    const settled = await writeResult(container, { checkout, decision, problem, after, source })
    return new StepResponse(settled)
  },
)

function toState(checkout: CheckoutRow): CheckoutState {
  return {
    id: checkout.id,
    truth: checkout.truth ?? "unknown",
    mismatch: checkout.mismatch,
    dispute: checkout.dispute,
    cancel_requested: checkout.cancel_requested_at !== null,
    replaced: checkout.replaced_by !== null,
  }
}
