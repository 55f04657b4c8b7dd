import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { EventSource } from "../../modules/secuconnect/types"
import { closeOldRequests } from "../utils/close-old-requests"
import { mendTransactions } from "../utils/mend-transactions"
import { sendEvents } from "../utils/send-events"
import { settle } from "../utils/settle"

export interface SettleInput {
  checkout_id: string
  source: EventSource
}

/** Who must not wait for what only a crash makes necessary. */
const SHOPPERS: ReadonlySet<EventSource> = new Set(["return", "poll"])

/** Brings Medusa to where secuconnect is, see `settle`, and tells the shop's subscribers. */
export const settleCheckoutStep = createStep(
  "secuconnect-settle-checkout",
  async ({ checkout_id, source }: SettleInput, { container }) => {
    const settled = await settle(container, checkout_id, source)
    if (!SHOPPERS.has(source)) await mendTransactions(container, settled)
    await closeOldRequests(container, settled, source)
    await sendEvents(container, { checkout_id })
    return new StepResponse(settled)
  },
)
