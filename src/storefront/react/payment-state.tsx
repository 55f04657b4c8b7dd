import type { ReactElement } from "react"

import type { StoreOrderPayment } from "../../http-types"
import { type Spoken, textsOf } from "./texts"

export interface PaymentStateProps extends Spoken {
  payment: StoreOrderPayment
  className?: string | undefined
}

/** Paid for the shop, and still to be paid by the shopper. */
export function isInvoice({ state, transfer_details }: StoreOrderPayment): boolean {
  return state === "paid" && transfer_details !== null
}

/**
 * How the payment of an order stands, in a word and a sentence; changes are read out. To style:
 * `[data-part="payment-state"]` with the state in `data-state`, and `[data-part="payment-demo"]`.
 */
export function PaymentState({ payment, className, ...spoken }: PaymentStateProps): ReactElement {
  const t = textsOf(spoken)
  const { state, text, is_demo } = payment
  return (
    <>
      <p data-part="payment-state" data-state={state} className={className} role="status">
        <strong>{isInvoice(payment) ? t.state_invoice : t[`state_${state}`]}</strong> {text}
      </p>
      {is_demo && <p data-part="payment-demo">{t.demo}</p>}
    </>
  )
}
