import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { concludePaymentLinks } from "../workflows/payment-links"

/** An order's payment links end when it is paid, however, and when it is cancelled. */
export default async function paymentLinks({
  event,
  container,
}: SubscriberArgs<{ id?: string; order_id?: string }>): Promise<void> {
  const { id = "", order_id } = event.data
  const happened = isOfPayment(event.name) ? { payment_id: id } : { order_id: order_id ?? id }
  await concludePaymentLinks(container, happened)
}

function isOfPayment(name: string): boolean {
  return name === "payment.captured"
}

export const config: SubscriberConfig = {
  event: ["payment.captured", "order.canceled", "secuconnect.payment_accepted"],
}
