import { Container } from "@medusajs/ui"
import { usePaymentLinks } from "../../lib/use-payment-links"
import { PaymentLinkCard } from "./payment-link-card"

/** The card of an order that can be paid, or could; nothing for any other. */
export function PaymentLink({ orderId }: { orderId: string }) {
  const { data } = usePaymentLinks(orderId)
  if (!data || (!data.can_be_paid && data.payment_links.length === 0)) return null
  return (
    <Container id="secuconnect-payment-link" className="divide-y p-0">
      <PaymentLinkCard orderId={orderId} found={data} />
    </Container>
  )
}
