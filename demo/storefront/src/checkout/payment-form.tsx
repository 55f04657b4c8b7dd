import { completeCart, listPaymentMethods, pay } from "medusa-payment-secuconnect/storefront"
import {
  PayButton,
  PaymentMethods,
  usePay,
  usePaymentMethods,
} from "medusa-payment-secuconnect/storefront/react"
import type { FormEvent } from "react"

import type { Cart } from "../api/types"
import { Notice } from "../components/notice"
import { useShowOrder } from "../hooks/use-show-order"
import { useStore } from "../hooks/use-store"
import { useLanguage } from "../language/language"

export function PaymentForm({ cart }: { cart: Cart }) {
  const { t, language, money } = useLanguage()
  const store = useStore()
  const showOrder = useShowOrder()
  const { methods, chosen, choose, failure } = usePaymentMethods({
    load: () => listPaymentMethods(store, { cart_id: cart.id }),
    loadKey: `${cart.id} ${cart.total} ${language}`,
    locale: language,
  })
  const payment = usePay({
    locale: language,
    pay: async (provider_id) => {
      const return_url = `${window.location.origin}/checkout/return`
      const paid = await pay(store, { cart_id: cart.id, provider_id, return_url })
      return paid.ok && paid.checkout_url === null ? completeCart(store, cart.id) : paid
    },
    onOrder: (orderId) => void showOrder(orderId),
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen !== null) payment.pay(chosen)
  }
  if (failure) return <Notice kind="error">{failure.message}</Notice>
  if (!methods) return <p role="status">{t.loading}</p>
  if (methods.length === 0) return <Notice kind="error">{t.checkout.payment.none}</Notice>
  return (
    <form onSubmit={submit}>
      <PaymentMethods
        className="choices"
        methods={methods}
        chosen={chosen}
        onChoose={choose}
        locale={language}
      />
      <p className="hint">{t.checkout.payment.redirect}</p>
      <p className="pay-total">
        {t.totals.total} <strong>{money(cart.total, cart.currency_code)}</strong>
      </p>
      <PayButton
        className="button button--large"
        isBusy={payment.isBusy}
        failure={payment.failure}
        locale={language}
      />
    </form>
  )
}
