import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"

/** Whose look it is, since when it is wanted and until when it may take (ms since 1970). */
export interface SyncInput {
  checkout_id: string
  source: EventSource
  asked_at: number
  deadline: number
}

/**
 * Reads the Smart Transaction and its payments and writes the finding to the ledger. A look that
 * another sync made while this one waited for the lock is as good.
 */
export const refreshCheckoutStep = createStep(
  "secuconnect-refresh-checkout",
  async ({ checkout_id, source, asked_at, deadline }: SyncInput, { container }) => {
    const ledger = container.resolve(SECUCONNECT_MODULE)
    const checkout: CheckoutRow = await ledger.retrieveCheckout(checkout_id)
    if (checkout.checked_at && checkout.checked_at.getTime() > asked_at)
      return new StepResponse(checkout)
    const signal = AbortSignal.timeout(Math.max(deadline - Date.now(), 1))
    return new StepResponse(await ledger.refresh(checkout, source, signal))
  },
)
