import { version } from "react"
import { renderToString } from "react-dom/server"

import type { StoreOrderPayment, StorePaymentMethod } from "../../../../src/storefront"
import {
  type KitTexts,
  OrderPayment,
  PaymentForm,
  PaymentReturn,
} from "../../../../src/storefront/react"

export { version }

interface Scene {
  locale?: string
  texts?: Partial<KitTexts>
  methods: StorePaymentMethod[]
  payment: StoreOrderPayment | null
  outcome?: string
}

const nothing = () => Promise.reject(new Error("nothing is asked for on the server"))

/** What the components are on the server, as HTML. */
export function render({ methods, payment, outcome, ...spoken }: Scene): string {
  return renderToString(
    <>
      <PaymentForm
        {...{ methods, outcome }}
        pay={nothing}
        orderUrl="/orders/{order_id}"
        {...spoken}
      />
      <OrderPayment
        order_id="order_1"
        read={nothing}
        pay={nothing}
        initial={{ payment, can_be_paid: true }}
        {...spoken}
      />
      <PaymentReturn
        query="?outcome=success&order_id=order_1"
        look={nothing}
        orderUrl="/orders/{order_id}"
        checkoutUrl="/checkout"
        {...spoken}
      />
    </>,
  )
}
