import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { EventSource } from "../../modules/secuconnect/types"
import { closeOldRequests } from "../repair/close-old-requests"
import { removeDanglingEntries } from "../repair/repair-bookings"
import { repairTransactions } from "../repair/repair-transactions"
import { publishEvents } from "../events/publish-events"
import { reconcile } from "./reconcile"

export interface SettleInput {
  checkout_id: string
  source: EventSource
}

/** Who must not wait for what only a crash makes necessary. */
const SHOPPERS: ReadonlySet<EventSource> = new Set(["return", "poll"])

/**
 * Brings Medusa to where secuconnect is, see `settle`, after mending what a crash has left behind,
 * and tells the shop's subscribers.
 */
export const reconcileCheckoutStep = createStep(
  "secuconnect-settle-checkout",
  async ({ checkout_id, source }: SettleInput, { container }) => {
    const mends = !SHOPPERS.has(source)
    if (mends) {
      const checkout = await container.resolve(SECUCONNECT_MODULE).retrieveCheckout(checkout_id)
      await closeOldRequests(container, checkout, source)
      await removeDanglingEntries(container, checkout)
    }
    const settled = await reconcile(container, checkout_id, source)
    if (mends) await repairTransactions(container, settled)
    await publishEvents(container, { checkout_id })
    return new StepResponse(settled)
  },
)
