import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { causeOf } from "../mapping/words/errors"
import { findOrderOf } from "../medusa/read-order"
import { reportDeliveryWorkflow } from "../workflows"

type Data = { id: string } | { order_id: string | null }

/**
 * Reports to secuconnect what has left the shop: when it is shipped, when it is handed over without
 * being shipped (collected), when an edit takes the last open item off the order, and when the
 * money of something that was shipped before has come.
 */
export default async function delivery({ event, container }: SubscriberArgs<Data>): Promise<void> {
  const { data } = event
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  try {
    const order_id = "order_id" in data ? data.order_id : await findOrderOf(query, data.id)
    if (order_id) await reportDeliveryWorkflow(container).run({ input: { order_id } })
  } catch (error) {
    logger.warn(`secuconnect: a delivery was not reported: ${causeOf(error)}`)
  }
}

export const config: SubscriberConfig = {
  event: [
    "shipment.created",
    "delivery.created",
    "order-edit.confirmed",
    "secuconnect.payment_accepted",
  ],
}
