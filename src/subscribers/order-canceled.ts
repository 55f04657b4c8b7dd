import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { causeOf } from "../mapping/words/errors"
import { syncCheckout } from "../workflows/sync/sync-checkout"
import { checkoutsOfOrder } from "../workflows/sync/checkouts-of-order"

/**
 * Looks at secuconnect when an order is cancelled, whatever its state was: for an order that waits
 * the core calls nothing, and an authorised one it cancels even when our call failed. Where this
 * fails the clock repeats it.
 */
export default async function orderCanceled({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const checkout_id of await checkoutsOfOrder(container, event.data.id)) {
    try {
      await syncCheckout(container, { checkout_id, source: "medusa" })
    } catch (error) {
      logger.warn(`secuconnect: ${checkout_id}: not cancelled yet: ${causeOf(error)}`)
    }
  }
}

export const config: SubscriberConfig = { event: "order.canceled" }
