import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { causeOf } from "../mapping/words/errors"
import { CANCELLATION_REQUESTED } from "../modules/secuconnect/events"
import { syncCheckout } from "../workflows/sync/sync-checkout"

/**
 * Cancels what a deleted or replaced session left behind, so that it is not paid as well. Where this
 * fails the clock does it.
 */
export default async function cancellationRequested({
  event,
  container,
}: SubscriberArgs<{ checkout_ids: string[] }>): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const checkout_id of event.data.checkout_ids) {
    try {
      await syncCheckout(container, { checkout_id, source: "medusa" })
    } catch (error) {
      logger.warn(`secuconnect: ${checkout_id}: not cancelled yet: ${causeOf(error)}`)
    }
  }
}

export const config: SubscriberConfig = { event: CANCELLATION_REQUESTED }
