import type { MedusaContainer } from "@medusajs/framework/types"
import { moneyRequestFailed, notAllowed } from "../../mapping/words/errors"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { syncCheckout } from "../sync/sync-checkout"

/**
 * A person gives a transfer up that the order waits for. The order stays; a payment link can be sent.
 *
 * @throws MedusaError when the payment does not wait any more, or secuconnect refused
 */
export async function cancelTransfer(
  container: MedusaContainer,
  { checkout_id }: { checkout_id: string },
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
