import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { isUncapturable } from "../../mapping/views/actions"
import { moneyRequestFailed, notAllowed } from "../../mapping/words/errors"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { readMedusaState } from "../../medusa/read-session"
import { withCartLock } from "../locks"
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
  if (!checkout.stx_id || !isCancellable(checkout)) {
    throw refusal(`there is nothing to cancel, the payment is ${checkout.status ?? "unknown"}`)
  }
  if (!checkout.order_id) await giveUp(deps, checkout)
  try {
    await ledger.client.smartTransactions.cancel(checkout.stx_id)
  } catch (error) {
    throw moneyRequestFailed("the cancellation", error)
  }
  return await syncCheckout(deps, { checkout_id, source: "admin" })
}

/** An authorization that an order needs is cancelled with the order, in Medusa. */
function isCancellable({ status, order_id, attention }: CheckoutRow): boolean {
  if (status === "waiting") return true
  return status === "authorized" && (!order_id || isUncapturable(attention))
}

/**
 * Nobody may place an order on it from now on. Looked at and marked under the cart's lock, in which a
 * storefront may just be placing one.
 */
async function giveUp(deps: Deps, checkout: CheckoutRow): Promise<void> {
  const { id, cart_id } = checkout
  const mark = async () => {
    const medusa = await readMedusaState(deps.query, checkout, await deps.ledger.now())
    if (medusa?.order) throw refusal("an order has just been placed on this payment. Load it again")
    await deps.ledger.writeCheckout({ id, expired_at: await deps.ledger.now() })
  }
  await (cart_id ? withCartLock(deps, cart_id, mark) : mark())
}

function refusal(why: string) {
  return notAllowed(`secuconnect: ${why}.`, "secuconnect_money_request_failed")
}

const cancelTransferId = "secuconnect-cancel-transfer"

const cancelTransferStep = createStep(
  cancelTransferId,
  async (input: CancelTransferInput, { container }) =>
    new StepResponse(await cancelTransfer(resolveDeps(container), input)),
)

/**
 * Gives up what is only promised: a bank transfer that an order waits for (the order stays; a payment
 * link can be sent), or an authorization or a transfer on which no order could be placed.
 *
 * @example
 * await cancelTransferWorkflow(deps).run({ input: { checkout_id: "scchk_01…" } })
 *
 * @returns the ledger's row as it is afterwards; amounts in minor units
 * @throws MedusaError (`not_allowed`) when there is nothing to cancel any more, or secuconnect
 * refused; what `syncCheckoutWorkflow` throws
 */
export const cancelTransferWorkflow = createWorkflow(
  cancelTransferId,
  (input: CancelTransferInput) => new WorkflowResponse(cancelTransferStep(input)),
)
