import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"

/** Whose look it is, and until when it may take (milliseconds since 1970). */
export interface SyncInput {
  checkout_id: string
  source: EventSource
  deadline: number
}

/** Reads the Smart Transaction and its payments and writes the finding to the ledger. */
export const lookAtCheckoutStep = createStep(
  "secuconnect-look-at-checkout",
  async ({ checkout_id, source, deadline }: SyncInput, { container }) => {
    const ledger = container.resolve(SECUCONNECT_MODULE)
    const checkout = await ledger.retrieveCheckout(checkout_id)
    const signal = AbortSignal.timeout(Math.max(deadline - Date.now(), 1))
    const seen: CheckoutRow = await ledger.look(checkout, source, signal)
    return new StepResponse(seen)
  },
)
