import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { sendDueDeliveryReports } from "../delivery/send-due-delivery-reports"
import { resolveDeps } from "../deps"
import { publishEvents } from "../events/publish-events"
import { syncDue } from "./sync-due"

/** Events of a sync that is just running are its own to send. */
const UNSENT_MS = 60_000

const runScheduleId = "secuconnect-run-schedule"

const runScheduleStep = createStep(
  runScheduleId,
  async (_input: Record<string, never>, { container }) => {
    const deps = resolveDeps(container)
    const checked = await syncDue(deps)
    const before = new Date((await deps.ledger.now()).getTime() - UNSENT_MS)
    const sent = await publishEvents(deps, { before })
    await deps.ledger.turns.prune()
    const reported = await sendDueDeliveryReports(deps)
    return new StepResponse({ checked, sent, reported })
  },
)

/**
 * What the job does every minute: a push may be lost, a shopper may vanish, a transfer takes days.
 *
 * @returns how many checkouts were taken, events published and checkouts with due reports
 */
export const runScheduleWorkflow = createWorkflow(runScheduleId, () => {
  return new WorkflowResponse(runScheduleStep({}))
})
