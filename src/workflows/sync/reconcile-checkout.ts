import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { EventSource } from "../../modules/secuconnect/types"
import { resolveDeps } from "../deps"
import { concludeLostRequests } from "../repair/conclude-lost-requests"
import { removeDanglingEntries } from "../repair/repair-bookings"
import { repairTransactions } from "../repair/repair-transactions"
import { publishEvents } from "../events/publish-events"
import { reconcile } from "./reconcile"

export interface ReconcileInput {
  checkout_id: string
  source: EventSource
}

/** Who must not wait for what only a crash makes necessary. */
const SHOPPERS: ReadonlySet<EventSource> = new Set(["return", "poll"])

/**
 * Brings Medusa to where secuconnect is, see `reconcile`, after repairing what a crash has left behind,
 * and tells the shop's subscribers.
 */
export const reconcileCheckoutStep = createStep(
  "secuconnect-reconcile-checkout",
  async ({ checkout_id, source }: ReconcileInput, { container }) => {
    const deps = resolveDeps(container)
    const repairs = !SHOPPERS.has(source)
    if (repairs) {
      const checkout = await deps.ledger.retrieveCheckout(checkout_id)
      await concludeLostRequests(deps, checkout, source)
      await removeDanglingEntries(container, checkout)
    }
    const reconciled = await reconcile(deps, checkout_id, source)
    if (repairs) await repairTransactions(container, reconciled)
    await publishEvents(deps, { checkout_id })
    return new StepResponse(reconciled)
  },
)
