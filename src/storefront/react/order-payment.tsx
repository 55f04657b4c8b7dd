import type { ReactElement } from "react"

import { PayButton } from "./pay-button"
import { isInvoice, PaymentState } from "./payment-state"
import { type Spoken, textsOf } from "./texts"
import { TransferDetails, type TransferDetailsProps } from "./transfer-details"
import { useOrderPayment, type UseOrderPayment } from "./use-order-payment"
import { usePay, type UsePay } from "./use-pay"

export interface OrderPaymentProps extends UseOrderPayment, Spoken {
  /** `createPaymentLink`, its `url` as `checkout_url`, for the button "Pay now". It is given the order's id. */
  pay: UsePay["pay"]
  /** Of the heading above the transfer; `h3` unless given. */
  as?: TransferDetailsProps["as"]
}

/**
 * How an order is paid, where to transfer to, and "Pay now" where money is open: all of it, to be placed in
 * a server component. With `initial` everything but the buttons is there without JavaScript.
 */
export function OrderPayment({
  order_id,
  read,
  initial,
  everyMs,
  pay: start,
  as,
  ...spoken
}: OrderPaymentProps): ReactElement {
  const { payment, can_be_paid } = useOrderPayment({
    ...{ order_id, read, initial },
    ...(everyMs !== undefined && { everyMs }),
  })
  const { pay, isBusy, failure } = usePay({ pay: start, locale: spoken.locale })
  const transfer = payment?.transfer_details
  return (
    <div data-part="order-payment">
      {payment && <PaymentState payment={payment} {...spoken} />}
      {transfer && (
        <TransferDetails transfer={transfer} isInvoice={isInvoice(payment)} as={as} {...spoken} />
      )}
      {can_be_paid && !transfer && (
        <PayButton
          isBusy={isBusy}
          failure={failure}
          onPay={() => pay(order_id)}
          {...spoken}
          texts={{ pay: textsOf(spoken).pay_now }}
        />
      )}
    </div>
  )
}
