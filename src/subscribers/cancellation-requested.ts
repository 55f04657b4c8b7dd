import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CANCELLATION_REQUESTED } from "../modules/secuconnect/events"
import { syncCheckoutsWorkflow } from "../workflows"

/**
 * Cancels what a deleted or replaced session left behind, so that it is not paid as well. Where this
 * fails the schedule does it.
 */
export default async function cancellationRequested({
  event,
  container,
}: SubscriberArgs<{ checkout_ids: string[] }>): Promise<void> {
  const { checkout_ids } = event.data
  await syncCheckoutsWorkflow(container).run({ input: { checkout_ids } })
}

export const config: SubscriberConfig = { event: CANCELLATION_REQUESTED }
