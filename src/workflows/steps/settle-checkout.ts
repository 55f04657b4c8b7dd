import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { decide } from "../../mapping/decide"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { EventSource } from "../../modules/secuconnect/types"
import { carryOut } from "../utils/carry-out"
import { readCheckoutState } from "../utils/checkout-state"
import { closeOldRequests } from "../utils/close-old-requests"
import { readMedusaView } from "../utils/medusa-view"
import { mendLink } from "../utils/mend-link"
import { lookAfterMoving } from "../utils/look-after-moving"
import { mendTransactions } from "../utils/mend-transactions"
import { sendEvents } from "../utils/send-events"
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
    const settings = await ledger.getSettings()
    const before = await readMedusaView(container, checkout.payment_session_id)
    const decision = decide(await readCheckoutState(container, checkout, settings), before)
    if (decision.act !== "nothing") await mendLink(container, before)
    const problem = await carryOut(container, { checkout, decision, view: before, source })
    const after =
      decision.act === "nothing"
        ? before
        : await readMedusaView(container, checkout.payment_session_id)
    const seen = await lookAfterMoving(container, checkout, { decision, source })
    const result = { checkout: seen, decision, problem, after, source, settings }
    const settled = await writeResult(container, result)
    await mendTransactions(container, settled)
    await closeOldRequests(container, settled, source)
    await sendEvents(container, { checkout_id })
    return new StepResponse(settled)
  },
)
