import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { resolveDeps } from "../deps"
import { publishEvents } from "../events/publish-events"
import { syncDue } from "./sync-due"

/** Events of a sync that is just running are its own to send. */
const UNSENT_MS = 60_000

const syncDueCheckoutsStep = createStep(
  "secuconnect-sync-due-checkouts",
  async (_input: Record<string, never>, { container }) => {
    const looked = await syncDue(container)
    const sent = await publishEvents(resolveDeps(container), {
      before: new Date(Date.now() - UNSENT_MS),
    })
    return new StepResponse({ looked, sent })
  },
)

/** The clock: a push may be lost, a shopper may vanish, a transfer takes days. */
export const runScheduleWorkflow = createWorkflow("secuconnect-run-schedule", () => {
  return new WorkflowResponse(syncDueCheckoutsStep({}))
})
