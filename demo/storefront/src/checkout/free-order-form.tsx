import type { FormEvent } from "react"

import type { Cart } from "../api/types"
import { Notice } from "../components/notice"
import { usePay } from "../hooks/use-pay"
import { useLanguage } from "../language/language"

/** For a cart whose discounts leave nothing to pay: Medusa wants no payment session then. */
export function FreeOrderForm({ cart }: { cart: Cart }) {
  const { t } = useLanguage()
  const { payNothing, isBusy, error } = usePay(cart)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    payNothing()
  }
  return (
    <form onSubmit={submit}>
      <p>{t.checkout.payment.free}</p>
      <button className="button button--large" disabled={isBusy}>
        {t.checkout.payment.placeOrder}
      </button>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
    </form>
  )
}
