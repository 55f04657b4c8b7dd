import { type FormEvent, useState } from "react"

import { chooseShipping, fetchShippingOptions } from "../api/checkout"
import type { Cart, ShippingOption } from "../api/types"
import { useCart } from "../cart/cart"
import { Notice } from "../components/notice"
import { useAction } from "../hooks/use-action"
import { useData } from "../hooks/use-data"
import { useLanguage } from "../language/language"
import { Choice } from "./choice"

interface ShippingFormProps {
  cart: Cart
  onDone: () => void
}

export function ShippingForm({ cart, onDone }: ShippingFormProps) {
  const { t } = useLanguage()
  const { data: options, isFailed } = useData(cart.id, () => fetchShippingOptions(cart.id))
  if (isFailed) return <Notice kind="error">{t.errors.offline}</Notice>
  if (!options) return <p role="status">{t.loading}</p>
  return <OptionForm cart={cart} options={options} onDone={onDone} />
}

function OptionForm({ cart, options, onDone }: ShippingFormProps & { options: ShippingOption[] }) {
  const { t, money } = useLanguage()
  const { change } = useCart()
  const { run, isBusy, error } = useAction()
  const [chosen, setChosen] = useState(
    cart.shipping_methods?.[0]?.shipping_option_id ?? options[0]?.id ?? "",
  )

  const save = (event: FormEvent) => {
    event.preventDefault()
    run(async () => {
      await change((cartId) => chooseShipping(cartId, chosen))
      onDone()
    })
  }
  const price = (amount: number) =>
    amount === 0 ? t.checkout.shipping.free : money(amount, cart.currency_code)
  return (
    <form onSubmit={save}>
      <fieldset className="choices">
        <legend className="visually-hidden">{t.checkout.shipping.title}</legend>
        {options.map(({ id, name, amount, type }) => (
          <Choice
            key={id}
            group="shipping"
            name={name}
            hint={type.description}
            extra={price(amount)}
            isChosen={id === chosen}
            onChoose={() => setChosen(id)}
          />
        ))}
      </fieldset>
      <button className="button" disabled={isBusy}>
        {t.checkout.shipping.next}
      </button>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
    </form>
  )
}
