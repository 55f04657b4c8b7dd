import { renderToString } from "react-dom/server"
import { version } from "react"

import type { StoreOrderPayment, StorePaymentMethod } from "../../../../src/storefront"
import {
  isInvoice,
  type KitTexts,
  PayButton,
  PaymentMethods,
  PaymentState,
  TransferDetails,
  useOrderPayment,
} from "../../../../src/storefront/react"

export { version }

interface Scene {
  locale?: string
  texts?: Partial<KitTexts>
  methods: StorePaymentMethod[]
  payment: StoreOrderPayment
}

/** An order page that does without a script. */
function OrderPage({ payment, ...spoken }: Scene) {
  const order = useOrderPayment({
    order_id: "order_1",
    read: () => Promise.reject(new Error("nothing is read on the server")),
    initial: { payment, can_be_paid: true },
  })
  if (!order.payment) return null
  const { transfer_details: transfer } = order.payment
  return (
    <>
      <PaymentState payment={order.payment} {...spoken} />
      {transfer && (
        <TransferDetails transfer={transfer} isInvoice={isInvoice(order.payment)} {...spoken} />
      )}
    </>
  )
}

/** What the components are on the server, as HTML. */
export function render({ methods, payment, ...spoken }: Scene): string {
  const first = methods[0]?.provider_id ?? null
  return renderToString(
    <>
      <PaymentMethods methods={methods} chosen={first} onChoose={() => undefined} {...spoken} />
      <PayButton isBusy={false} {...spoken} />
      <OrderPage methods={methods} payment={payment} {...spoken} />
    </>,
  )
}
