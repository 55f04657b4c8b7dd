import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { resolveDeps, type Deps } from "../deps"
import { reviewUnpaid } from "./review-unpaid"

const BATCH = 20
/** The job runs every minute; what is left is due in its next run. */
const RUN_MS = 50_000

async function reviewDue(deps: Deps): Promise<number> {
  const end = Date.now() + RUN_MS
  let looked = 0
  while (Date.now() < end) {
    const due = await deps.ledger.unpaidOrders.claimDue(BATCH)
    if (due.length === 0) break
    for (const id of due) await reviewUnpaid(deps, id)
    looked += due.length
  }
  return looked
}

const cancelUnpaidOrdersId = "secuconnect-cancel-unpaid-orders"

const cancelUnpaidOrdersStep = createStep(
  cancelUnpaidOrdersId,
  async (_input: Record<string, never>, { container }) =>
    new StepResponse({ reviewed: await reviewDue(resolveDeps(container)) }),
)

/**
 * What the job does every minute: orders that were placed before they were paid, and that nobody has paid
 * within the setting `orderFirstHours`, are cancelled.
 *
 * @returns how many were looked at
 */
export const cancelUnpaidOrdersWorkflow = createWorkflow(cancelUnpaidOrdersId, () => {
  return new WorkflowResponse(cancelUnpaidOrdersStep({}))
})
