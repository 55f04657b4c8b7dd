import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { mailEvent } from "../workflows/events"
import { linkForMail } from "../workflows/payment-links"

/** Mails to the customer what they are to know of their payment, as the setting `mails` wants it. */
export default async function customerMail({ event, container }: SubscriberArgs): Promise<void> {
  await mailEvent(container, event, (order_id) => linkForMail(container, order_id))
}

export const config: SubscriberConfig = {
  event: [
    "secuconnect.payment_waiting",
    "secuconnect.payment_reminder",
    "secuconnect.invoice_payable",
    "secuconnect.payment_failed",
    "secuconnect.payment_expired",
    "secuconnect.refund_made",
  ],
}
