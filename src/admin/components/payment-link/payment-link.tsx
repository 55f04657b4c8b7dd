import { Container } from "@medusajs/ui"
import { usePaymentLinks } from "../../lib/use-payment-links"
import type { AdminPaymentLinksResponse } from "../../../http-types"
import { PaymentLinkCard } from "./payment-link-card"

/** The card of an order that can be paid, or could; nothing for any other. */
export function PaymentLink({ orderId }: { orderId: string }) {
  const { data } = usePaymentLinks(orderId)
  if (!data || !hasContent(data)) return null
  return (
    <Container id="secuconnect-payment-link" className="divide-y p-0">
      <PaymentLinkCard orderId={orderId} found={data} />
    </Container>
  )
}

function hasContent({ can_be_paid, unpaid_order, payment_links }: AdminPaymentLinksResponse) {
  return can_be_paid || unpaid_order !== null || payment_links.length > 0
}
