import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { causeOf } from "../mapping/errors"
import { nextLook } from "../mapping/back-off"
import { SECUCONNECT_MODULE } from "../modules/secuconnect"
import { syncCheckout } from "./utils/sync"

/** As many as one run takes; what is left is due in the next one. */
const BATCH = 50

/** Syncs every checkout that is due, oldest first. */
const syncDueCheckoutsStep = createStep(
  "secuconnect-sync-due-checkouts",
  async (_input: Record<string, never>, { container }) => {
    const ledger = container.resolve(SECUCONNECT_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const due = await ledger.listCheckouts(
      { due_at: { $lte: new Date() }, state: "open", base_url: ledger.client.baseUrl },
      { order: { due_at: "ASC" }, take: BATCH },
    )
    for (const { id, reference, looks } of due) {
      try {
        await syncCheckout(container, { checkout_id: id, source: "clock" })
      } catch (error) {
        logger.warn(`secuconnect: ${reference}: the clock's look failed: ${causeOf(error)}`)
        const due_at = nextLook(looks + 1, new Date())
        await ledger.updateCheckouts({ id, looks: looks + 1, due_at })
      }
    }
    return new StepResponse({ looked: due.length })
  },
)

/** The clock: a push may be lost, a shopper may vanish, a transfer takes days. */
export const runClockWorkflow = createWorkflow("secuconnect-run-clock", () => {
  return new WorkflowResponse(syncDueCheckoutsStep({}))
})
