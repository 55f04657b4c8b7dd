import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { causeOf } from "../../mapping/words/errors"
import { checkoutsOfOrder } from "./checkouts-of-order"
import { syncCheckout } from "./sync-checkout"
import { resolveDeps, type Deps } from "../deps"

/** Ids of the ledger's rows, or the order whose checkouts are meant. */
export type SyncCheckoutsInput = { checkout_ids: string[] } | { order_id: string }

export interface SyncedCheckouts {
  synced: string[]
  /** Logged, and left to the schedule. */
  failed: string[]
}

async function syncCheckouts(deps: Deps, input: SyncCheckoutsInput): Promise<SyncedCheckouts> {
  const { logger } = deps
  const result: SyncedCheckouts = { synced: [], failed: [] }
  const ids =
    "order_id" in input ? await checkoutsOfOrder(deps, input.order_id) : input.checkout_ids
  for (const checkout_id of ids) {
    try {
      await syncCheckout(deps, { checkout_id })
      result.synced.push(checkout_id)
    } catch (error) {
      const name = await nameOf(deps, checkout_id)
      logger.warn(`secuconnect: ${name}: not checked, the schedule does: ${causeOf(error)}`)
      result.failed.push(checkout_id)
    }
  }
  return result
}

/** The reference; the row's id where the ledger is away. */
async function nameOf({ ledger }: Deps, id: string): Promise<string> {
  return await ledger.retrieveCheckout(id).then(
    ({ reference }) => reference,
    () => id,
  )
}

const syncCheckoutsId = "secuconnect-sync-checkouts"

const syncCheckoutsStep = createStep(
  syncCheckoutsId,
  async (input: SyncCheckoutsInput, { container }) =>
    new StepResponse(await syncCheckouts(resolveDeps(container), input)),
)

/**
 * Syncs several checkouts one after the other, see `syncCheckoutWorkflow`: the given ones, or all
 * that an order can have been paid with. One that fails does not keep the others from being synced.
 *
 * @example
 * const { result } = await syncCheckoutsWorkflow(deps).run({ input: { order_id: "order_01…" } })
 *
 * @throws the database's own error
 */
export const syncCheckoutsWorkflow = createWorkflow(
  syncCheckoutsId,
  (input: SyncCheckoutsInput) => new WorkflowResponse(syncCheckoutsStep(input)),
)
