import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container } from "@medusajs/ui"
import { LoadFailed } from "../components/load-failed"
import { PaymentCard } from "../components/payment/payment-card"
import { useOrderPayments } from "../lib/use-payments"

/** The payments of an order; nothing where it is not paid with secuconnect. */
function OrderPayments({ data: order }: { data: { id: string } }) {
  const { data, error, refetch } = useOrderPayments(order.id)
  if (error && !data) {
    return (
      <Container className="p-0">
        <LoadFailed error={error} retry={refetch} />
      </Container>
    )
  }
  if (!data || data.payments.length === 0) return null
  return (
    <div id="secuconnect-order" className="flex flex-col gap-y-3">
      {data.payments.map((payment) => (
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
