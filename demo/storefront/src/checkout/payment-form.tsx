import { type FormEvent, useState } from "react"

import { fetchPaymentMethods, type PaymentMethod } from "../api/payment"
import type { Cart } from "../api/types"
import { Notice } from "../components/notice"
import { useData } from "../hooks/use-data"
import { usePay } from "../hooks/use-pay"
import { useLanguage } from "../language/language"
import { Choice } from "./choice"

export function PaymentForm({ cart }: { cart: Cart }) {
  const { t, language } = useLanguage()
  const { data: methods, isFailed } = useData(`${cart.id} ${cart.total} ${language}`, () =>
    fetchPaymentMethods(cart.id, language),
  )
  if (isFailed) return <Notice kind="error">{t.errors.offline}</Notice>
  if (!methods) return <p role="status">{t.loading}</p>
  const [first] = methods
  if (first === undefined) return <Notice kind="error">{t.checkout.payment.none}</Notice>
  return <MethodForm cart={cart} methods={methods} preselected={first.provider_id} />
}

interface MethodFormProps {
  cart: Cart
  methods: PaymentMethod[]
  preselected: string
}

function MethodForm({ cart, methods, preselected }: MethodFormProps) {
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
        {methods.map(({ provider_id, name, description, icon }) => (
          <Choice
            key={provider_id}
            group="payment"
            name={name}
            hint={description}
            icon={icon}
            isChosen={provider_id === chosen}
            onChoose={() => setChosen(provider_id)}
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
