import { type FormEvent, useState } from "react"

import { fetchPaymentProviders } from "../api/payment"
import type { Cart } from "../api/types"
import { Notice } from "../components/notice"
import { useData } from "../hooks/use-data"
import { usePay } from "../hooks/use-pay"
import { useLanguage } from "../language/language"
import { Choice } from "./choice"
import { paymentMethodText } from "./payment-method-text"

export function PaymentForm({ cart }: { cart: Cart }) {
  const { t } = useLanguage()
  const { data: providers, isFailed } = useData("providers", fetchPaymentProviders)
  if (isFailed) return <Notice kind="error">{t.errors.offline}</Notice>
  if (!providers) return <p role="status">{t.loading}</p>
  const [first] = providers
  if (first === undefined) return <Notice kind="error">{t.checkout.payment.none}</Notice>
  return <ProviderForm cart={cart} providers={providers} preselected={first} />
}

interface ProviderFormProps {
  cart: Cart
  providers: string[]
  preselected: string
}

function ProviderForm({ cart, providers, preselected }: ProviderFormProps) {
  const { t, money } = useLanguage()
  const { pay, isBusy, error } = usePay(cart)
  const [chosen, setChosen] = useState(preselected)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    pay(chosen)
  }
  return (
    <form onSubmit={submit}>
      <fieldset className="choices">
        <legend className="visually-hidden">{t.checkout.payment.title}</legend>
        {providers.map((id) => (
          <Choice
            key={id}
            group="payment"
            {...paymentMethodText(id, t)}
            isChosen={id === chosen}
            onChoose={() => setChosen(id)}
          />
        ))}
      </fieldset>
      <p className="hint">{t.checkout.payment.redirect}</p>
      <p className="pay-total">
        {t.totals.total} <strong>{money(cart.total, cart.currency_code)}</strong>
      </p>
      <button className="button button--large" disabled={isBusy}>
        {t.checkout.payment.pay}
      </button>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
    </form>
  )
}
