import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { tellRefund } from "../workflows/events"

/** Tells the shop's subscribers, and the customer by mail, of a refund that Medusa has booked. */
export default async function orderRefunded({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await tellRefund(container, event.data.id)
}

export const config: SubscriberConfig = { event: "payment.refunded" }
