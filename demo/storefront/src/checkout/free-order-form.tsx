import { completeCart } from "medusa-payment-secuconnect/storefront"
import { PayButton, usePay } from "medusa-payment-secuconnect/storefront/react"
import type { FormEvent } from "react"

import type { Cart } from "../api/types"
import { useShowOrder } from "../hooks/use-show-order"
import { useStore } from "../hooks/use-store"
import { useLanguage } from "../language/language"

/** For a cart whose discounts leave nothing to pay: Medusa wants no payment session then. */
export function FreeOrderForm({ cart }: { cart: Cart }) {
  const { t, language } = useLanguage()
  const store = useStore()
  const showOrder = useShowOrder()
  const { pay, isBusy, failure } = usePay({
    locale: language,
    pay: () => completeCart(store, cart.id),
    onOrder: (orderId) => void showOrder(orderId),
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    pay("")
  }
  return (
    <form onSubmit={submit}>
      <p>{t.checkout.payment.free}</p>
      <PayButton
        className="button button--large"
        isBusy={isBusy}
        failure={failure}
        locale={language}
        texts={{ pay: t.checkout.payment.placeOrder }}
      />
    </form>
  )
}
