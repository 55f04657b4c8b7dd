import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { moneyRequestFailed, notAllowed } from "../../mapping/words/errors"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { syncCheckout } from "../sync/sync-checkout"

export interface CancelTransferInput {
  /** Id of the ledger's row, `scchk_…`. */
  checkout_id: string
}

async function cancelTransfer(
  container: MedusaContainer,
  { checkout_id }: CancelTransferInput,
): Promise<CheckoutRow> {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const checkout = await syncCheckout(container, { checkout_id, source: "admin" })
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
  return await syncCheckout(container, { checkout_id, source: "admin" })
}

const cancelTransferId = "secuconnect-cancel-transfer"

const cancelTransferStep = createStep(
  cancelTransferId,
  async (input: CancelTransferInput, { container }) =>
    new StepResponse(await cancelTransfer(container, input)),
)

/**
 * Gives up a bank transfer that an order waits for. The order stays; a payment link can be sent.
 *
 * @example
 * await cancelTransferWorkflow(container).run({ input: { checkout_id: "scchk_01…" } })
 *
 * @returns the ledger's row as it is afterwards; amounts in minor units
 * @throws MedusaError (`not_allowed`) when the payment does not wait any more, or secuconnect
 * refused; what `syncCheckoutWorkflow` throws
 */
export const cancelTransferWorkflow = createWorkflow(
  cancelTransferId,
  (input: CancelTransferInput) => new WorkflowResponse(cancelTransferStep(input)),
)
