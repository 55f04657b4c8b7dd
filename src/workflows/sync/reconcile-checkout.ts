import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { EventSource } from "../../modules/secuconnect/types"
import { closeOldRequests } from "../repair/close-old-requests"
import { mendBookings } from "../repair/repair-bookings"
import { mendTransactions } from "../repair/repair-transactions"
import { sendEvents } from "../events/publish-events"
import { settle } from "./reconcile"

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
export const settleCheckoutStep = createStep(
  "secuconnect-settle-checkout",
  async ({ checkout_id, source }: SettleInput, { container }) => {
    const mends = !SHOPPERS.has(source)
    if (mends) {
      const checkout = await container.resolve(SECUCONNECT_MODULE).retrieveCheckout(checkout_id)
      await closeOldRequests(container, checkout, source)
      await mendBookings(container, checkout)
    }
    const settled = await settle(container, checkout_id, source)
    if (mends) await mendTransactions(container, settled)
    await sendEvents(container, { checkout_id })
    return new StepResponse(settled)
  },
)
