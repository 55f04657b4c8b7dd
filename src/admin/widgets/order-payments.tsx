import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container } from "@medusajs/ui"
import { LoadFailed } from "../components/load-failed"
import { PaymentCard } from "../components/payment/payment-card"
import { PaymentLink } from "../components/payment-link/payment-link"
import { isForbidden } from "../lib/is-forbidden"
import { useOrderPayments } from "../lib/use-payments"

/** The payments of an order, and the link to pay it; nothing where there is neither, or no role for it. */
function OrderPayments({ data: order }: { data: { id: string } }) {
  const { data, error, refetch } = useOrderPayments(order.id)
  if (isForbidden(error)) return null
  if (error && !data) {
    return (
      <Container className="p-0">
        <LoadFailed error={error} retry={refetch} />
      </Container>
    )
  }
  return (
    <div id="secuconnect-order" className="flex flex-col gap-y-3 empty:hidden">
      <PaymentLink orderId={order.id} />
      {data?.payments.map((payment) => (
        <Container key={payment.id} className="divide-y p-0">
          <PaymentCard payment={payment} />
        </Container>
      ))}
    </div>
  )
}

export const config = defineWidgetConfig({
  zone: "order.details.side",
  id: "secuconnect-order-payments",
})

export default OrderPayments
