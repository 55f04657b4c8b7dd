import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { syncCheckoutsWorkflow } from "../workflows"

/**
 * Syncs with secuconnect when an order's total has changed: an authorization that the core has put
 * aside is cancelled, and so is a payment page that asks for more than the order needs; a transfer of
 * more than that is told. Where this fails the schedule repeats it.
 */
export default async function orderChanged({
  event,
  container,
}: SubscriberArgs<{ order_id: string }>): Promise<void> {
  await syncCheckoutsWorkflow(container).run({ input: { order_id: event.data.order_id } })
}

export const config: SubscriberConfig = {
  event: [
    "order-edit.confirmed",
    "order.claim_created",
    "order.exchange_created",
    "order.return_received",
  ],
}
