import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import type { LinkReason } from "../mapping/words/mails"
import { mailLinkByItself } from "../workflows/payment-links"

interface Data {
  order_id: string | null
  event_id?: string
  method?: string | null
}

const CHANGES: Readonly<Record<string, LinkReason>> = {
  "order-edit.confirmed": "order_edit",
  "order.exchange_created": "exchange",
  "order.claim_created": "claim",
}

/** Mails the customer a payment link when an order comes to have money open, as the settings want it. */
export default async function linkByItself({
  event: { name, data },
  container,
}: SubscriberArgs<Data>): Promise<void> {
  const { order_id, event_id, method } = data
  if (!order_id) return
  const change = CHANGES[name]
  if (change) await mailLinkByItself(container, { order_id, reason: change })
  else if (method === "debit" && event_id) {
    await mailLinkByItself(container, { order_id, reason: "debit_returned", key: event_id })
  }
}

export const config: SubscriberConfig = {
  event: ["secuconnect.payment_disputed", ...Object.keys(CHANGES)],
}
