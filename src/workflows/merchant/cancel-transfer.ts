import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { moneyRequestFailed, notAllowed } from "../../mapping/words/errors"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { syncCheckout } from "../sync/sync-checkout"
import { resolveDeps, type Deps } from "../deps"

export interface CancelTransferInput {
  /** Id of the ledger's row, `scchk_…`. */
  checkout_id: string
}

async function cancelTransfer(
  deps: Deps,
  { checkout_id }: CancelTransferInput,
): Promise<CheckoutRow> {
  const { ledger } = deps
  const checkout = await syncCheckout(deps, { checkout_id, source: "admin" })
  if (checkout.status !== "waiting" || !checkout.stx_id) {
    throw notAllowed(
      `secuconnect: there is no transfer to cancel, the payment is ${checkout.status ?? "unknown"}.`,
      "secuconnect_money_request_failed",
    )
  }
  try {
    await ledger.client.smartTransactions.cancel(checkout.stx_id)
  } catch (error) {
    throw moneyRequestFailed("the cancellation", error)
  }
  return await syncCheckout(deps, { checkout_id, source: "admin" })
}

const cancelTransferId = "secuconnect-cancel-transfer"

const cancelTransferStep = createStep(
  cancelTransferId,
  async (input: CancelTransferInput, { container }) =>
    new StepResponse(await cancelTransfer(resolveDeps(container), input)),
)

/**
 * Gives up a bank transfer that an order waits for. The order stays; a payment link can be sent.
 *
 * @example
 * await cancelTransferWorkflow(deps).run({ input: { checkout_id: "scchk_01…" } })
 *
 * @returns the ledger's row as it is afterwards; amounts in minor units
 * @throws MedusaError (`not_allowed`) when the payment does not wait any more, or secuconnect
 * refused; what `syncCheckoutWorkflow` throws
 */
export const cancelTransferWorkflow = createWorkflow(
  cancelTransferId,
  (input: CancelTransferInput) => new WorkflowResponse(cancelTransferStep(input)),
)
