import type { MedusaContainer } from "@medusajs/framework/types"
import { notAllowed } from "../../mapping/words/errors"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { recordReminder } from "../events/record-standing-events"
import { resolveDeps } from "../deps"
import { publishEvents } from "../events/publish-events"
import { syncCheckout } from "../sync/sync-checkout"

/**
 * A person reminds the buyer of a transfer: the event with the transfer details, and with it the
 * mail, if the shop has one.
 *
 * @throws MedusaError when nothing is to be transferred
 */
export async function remindCustomer(
  container: MedusaContainer,
  { checkout_id }: { checkout_id: string },
): Promise<CheckoutRow> {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const checkout = await syncCheckout(container, { checkout_id, source: "admin" })
  if (checkout.status !== "waiting" || !checkout.instructions) {
    throw notAllowed(
      "secuconnect: there is no transfer to remind of.",
      "secuconnect_money_request_failed",
    )
  }
  const now = new Date()
  await recordReminder({ ledger }, checkout, now)
  await publishEvents(resolveDeps(container), { checkout_id })
  return await ledger.updateCheckouts({ id: checkout_id, reminded_at: now })
}
