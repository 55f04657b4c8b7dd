import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { findOrderOf } from "../medusa/read-order"
import { reportDeliveryWorkflow } from "../workflows"

type Data = { id: string } | { order_id: string | null }

/**
 * Reports to secuconnect what has left the shop: when it is shipped, when it is handed over without
 * being shipped (collected), when an edit takes the last open item off the order, and when the
 * money of something that was shipped before has come. What fails is repeated by an event bus with
 * attempts, and of an invoice by the schedule within a day.
 */
export default async function delivery({ event, container }: SubscriberArgs<Data>): Promise<void> {
  const { data } = event
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const order_id = "order_id" in data ? data.order_id : await findOrderOf(query, data.id)
  if (order_id) await reportDeliveryWorkflow(container).run({ input: { order_id } })
}

export const config: SubscriberConfig = {
  event: [
    "shipment.created",
    "delivery.created",
    "order-edit.confirmed",
    "secuconnect.payment_accepted",
  ],
}
