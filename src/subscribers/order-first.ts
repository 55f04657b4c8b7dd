import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { mailFirstLink } from "../workflows/order-first"

/** Mails the payment link of an order that was placed before it was paid, as the settings want it. */
export default async function orderFirst({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await mailFirstLink(container, event.data.id)
}

export const config: SubscriberConfig = { event: "order.placed" }
