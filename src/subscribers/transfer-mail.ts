import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { mailTransferDetails } from "../workflows/events"

/** Mails the account to transfer to when an order waits, and again when it is reminded of. */
export default async function transferMail({ event, container }: SubscriberArgs): Promise<void> {
  await mailTransferDetails(container, event)
}

export const config: SubscriberConfig = {
  event: ["secuconnect.payment_waiting", "secuconnect.payment_reminder"],
}
