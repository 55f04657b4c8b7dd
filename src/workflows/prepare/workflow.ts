import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { prepareCheckoutStep } from "./step"

/** Run it through `prepareCheckout`, which lets only one at a time touch a session. */
export const prepareCheckoutWorkflow = createWorkflow(
  "secuconnect-prepare-checkout",
  (input: { payment_session_id: string }) => new WorkflowResponse(prepareCheckoutStep(input)),
)
