import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { SYNC_REQUESTED } from "../modules/secuconnect/events"
import { syncCheckoutsWorkflow } from "../workflows"

/**
 * Looks at once at what cannot wait for the schedule: what a deleted or replaced session left behind is
 * cancelled, so that it is not paid as well. Where this fails the schedule does it.
 */
export default async function syncRequested({
  event,
  container,
}: SubscriberArgs<{ checkout_ids: string[] }>): Promise<void> {
  const { checkout_ids } = event.data
  await syncCheckoutsWorkflow(container).run({ input: { checkout_ids } })
}

export const config: SubscriberConfig = { event: SYNC_REQUESTED }
