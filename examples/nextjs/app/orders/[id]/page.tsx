import { OrderPayment } from "medusa-payment-secuconnect/storefront/react"
import { notFound } from "next/navigation"

import { Lines } from "@/components/lines"
import { LOCALE } from "@/lib/locale"
import { payOrder, readOrderPayment } from "@/lib/payment-actions"
import { retrieveOrder } from "@/lib/shop"

/** Needs no cookie: whoever has the order's id may read it, as in Medusa. */
export default async function Order({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  // The payment is asked for, whatever the order says of it: one that waits has none in Medusa.
  const [order, paid] = await Promise.all([retrieveOrder(id), readOrderPayment(id)])
  if (!order) notFound()
  return (
    <>
      <h1>Thank you for your order!</h1>
      <p>
        Order {order.display_id}, confirmed to {order.email}
      </p>
      <OrderPayment
        order_id={id}
        initial={paid.ok ? paid : undefined}
        read={readOrderPayment}
        pay={payOrder}
        as="h2"
        locale={LOCALE}
      />
      <Lines of={order} />
    </>
  )
}
