import { type FormEvent, useRef } from "react"

import { saveAddress } from "../api/checkout"
import type { Cart } from "../api/types"
import { useCart } from "../cart/cart"
import { Notice } from "../components/notice"
import { useAction } from "../hooks/use-action"
import { useLanguage } from "../language/language"
import { CountryField } from "./country-field"

const FIELDS = [
  { name: "email", autoComplete: "email", type: "email", isRequired: true, isWide: true },
  { name: "first_name", autoComplete: "given-name", isRequired: true },
  { name: "last_name", autoComplete: "family-name", isRequired: true },
  { name: "company", autoComplete: "organization", isWide: true },
  { name: "address_1", autoComplete: "address-line1", isRequired: true, isWide: true },
  { name: "address_2", autoComplete: "address-line2", isWide: true },
  { name: "postal_code", autoComplete: "postal-code", isRequired: true },
  { name: "city", autoComplete: "address-level2", isRequired: true },
] as const

/** The buyer of the examples in secuconnect's documentation. */
const SAMPLE = new Map([
  ["email", "max@example.org"],
  ["first_name", "Max"],
  ["last_name", "Mustermann"],
  ["address_1", "Musterstr. 11"],
  ["address_2", "App. 302"],
  ["postal_code", "09123"],
  ["city", "Musterstadt"],
])

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === "string" ? value.trim() : ""
}

export function AddressForm({ cart, onDone }: { cart: Cart; onDone: () => void }) {
  const { t } = useLanguage()
  const { change } = useCart()
  const { run, isBusy, error } = useAction()
  const form = useRef<HTMLFormElement>(null)
  const known = { ...cart.shipping_address, email: cart.email }

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const { email = "", ...address } = Object.fromEntries(
      [...FIELDS.map((field) => field.name), "country_code"].map((name) => [
        name,
        textOf(data, name),
      ]),
    )
    run(async () => {
      await change((cartId) => saveAddress(cartId, email, address))
      onDone()
    })
  }
  const fillIn = () => {
    form.current?.querySelectorAll("input").forEach((input) => {
      input.value = SAMPLE.get(input.name) ?? ""
    })
  }
  return (
    <form className="address" ref={form} onSubmit={save}>
      <button className="link address__sample" type="button" onClick={fillIn}>
        {t.checkout.address.sample}
      </button>
      {FIELDS.map((field) => (
        <p key={field.name} className={"isWide" in field ? "field field--wide" : "field"}>
          <label htmlFor={field.name}>{t.checkout.address[field.name]}</label>
          <input
            id={field.name}
            name={field.name}
            type={"type" in field ? field.type : "text"}
            autoComplete={field.autoComplete}
            required={"isRequired" in field}
            defaultValue={known[field.name] ?? ""}
          />
        </p>
      ))}
      <CountryField cart={cart} />
      <button className="button" disabled={isBusy}>
        {t.checkout.address.next}
      </button>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
    </form>
  )
}
