import type { ReactElement } from "react"

import type { StorePaymentMethod } from "../../http-types"
import { PayButton } from "./pay-button"
import { PaymentMethods } from "./payment-methods"
import { type Spoken, textsOf } from "./texts"
import { useChosenMethod } from "./use-chosen-method"
import { usePay, type UsePay } from "./use-pay"

export interface PaymentFormProps extends Spoken {
  /** What `listPaymentMethods` has found; none where there is nothing to pay. */
  methods: readonly StorePaymentMethod[]
  /** As of `usePay`, a server action, say. For a cart with nothing to pay it is given "". */
  pay: UsePay["pay"]
  /** Of an order that needs no payment page: `/orders/{order_id}`. */
  orderUrl: string
  /** What `PaymentReturn` has put into the address: `failed` and `aborted` are told. */
  outcome?: string | string[] | undefined
}

/** The choice of a way to pay and the button that orders: all of it, to be placed in a server component. */
export function PaymentForm({
  methods,
  pay: start,
  orderUrl,
  outcome,
  ...spoken
}: PaymentFormProps): ReactElement {
  const { chosen, choose } = useChosenMethod(methods)
  const { pay, isBusy, failure } = usePay({
    pay: start,
    onOrder: (order_id) => window.location.assign(orderUrl.replace("{order_id}", order_id)),
    locale: spoken.locale,
  })
  const t = textsOf(spoken)
  const hasMethods = methods.length > 0
  const isLost = outcome === "failed" || outcome === "aborted"
  return (
    <div data-part="payment-form">
      {isLost && (
        <p data-part="payment-lost" data-state={outcome} role="status">
          {t[`lost_${outcome}`]}
        </p>
      )}
      {hasMethods && (
        <PaymentMethods
          methods={methods}
          chosen={chosen}
          onChoose={choose}
          isDisabled={isBusy}
          {...spoken}
        />
      )}
      <PayButton
        isBusy={isBusy}
        failure={failure}
        onPay={() => pay(chosen ?? "")}
        {...spoken}
        texts={hasMethods ? spoken.texts : { pay: t.order }}
      />
    </div>
  )
}
