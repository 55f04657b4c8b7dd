import type { MedusaContainer } from "@medusajs/framework/types"
import { refundedOf } from "../../mapping/decide/refunded"
import { causeOf } from "../../mapping/words/errors"
import { readCheckoutOfPayment } from "../../medusa/read-payments"
import { readMedusaState } from "../../medusa/read-session"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { resolveDeps } from "../deps"
import { withCheckoutLock } from "../locks"
import { publishEvents } from "./publish-events"
import { recordRefund } from "./record-refund"

/**
 * Tells of a refund as soon as Medusa has booked it, from what the ledger knows: secuconnect is not
 * asked. Never throws: where this fails the next sync tells it.
 */
export async function tellRefund(container: MedusaContainer, payment_id: string): Promise<void> {
  const deps = resolveDeps(container)
  try {
    const checkout_id = await readCheckoutOfPayment(deps.query, payment_id)
    if (checkout_id === null) return
    await withCheckoutLock(deps, checkout_id, async () => {
      const checkout: CheckoutRow = await deps.ledger.retrieveCheckout(checkout_id)
      const refunded = refundedOf(
        checkout,
        await readMedusaState(deps.query, checkout, await deps.ledger.now()),
      )
      await recordRefund(deps, checkout, { refunded, source: "medusa" })
    })
    await publishEvents(deps, { checkout_id })
  } catch (error) {
    deps.logger.warn(`secuconnect: a refund was not told yet: ${causeOf(error)}`)
  }
}
