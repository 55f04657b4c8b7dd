import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { syncCheckoutsWorkflow } from "../workflows"

/**
 * Syncs with secuconnect when an order is cancelled, whatever its state was: for an order that waits
 * Medusa calls nothing, and an authorized one it cancels even when our call failed. Where this fails
 * the schedule repeats it.
 */
export default async function orderCanceled({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await syncCheckoutsWorkflow(container).run({ input: { order_id: event.data.id } })
}

export const config: SubscriberConfig = { event: "order.canceled" }
