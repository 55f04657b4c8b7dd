import { PaymentReturn } from "medusa-payment-secuconnect/storefront/react"

import { LOCALE } from "@/lib/locale"
import { cartState, lookAtPayment } from "@/lib/payment-actions"

interface ReturnProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The request for this page comes from another site, without the cart's cookie: nothing here asks for it. */
export default async function Return({ searchParams }: ReturnProps) {
  return (
    <>
      <h1>Your payment</h1>
      <PaymentReturn
        query={await searchParams}
        look={lookAtPayment}
        cart={cartState}
        orderUrl="/orders/{order_id}"
        checkoutUrl="/checkout?payment={outcome}"
        locale={LOCALE}
      />
    </>
  )
}
