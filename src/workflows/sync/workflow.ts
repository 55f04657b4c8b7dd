import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { refreshCheckoutStep, type SyncInput } from "./refresh-checkout"
import { reconcileCheckoutStep } from "./reconcile-checkout"

export const syncCheckoutWorkflowId = "secuconnect-sync-checkout"

/**
 * Brings Medusa and secuconnect together for one checkout: look, decide, act, look again. Doing it
 * twice, two at a time or after a crash changes nothing more.
 *
 * Run it through `syncCheckout`, which takes the checkout's lock and keeps the deadline.
 */
export const syncCheckoutWorkflow = createWorkflow(syncCheckoutWorkflowId, (input: SyncInput) => {
  const seen = refreshCheckoutStep(input)
  const settled = reconcileCheckoutStep({ checkout_id: seen.id, source: input.source })
  return new WorkflowResponse(settled)
})
