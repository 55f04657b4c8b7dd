import type { Cart } from "../api/types"
import { useLanguage } from "../language/language"

/** The countries of the cart's region, named in the shopper's language. */
export function CountryField({ cart }: { cart: Cart }) {
  const { t, language } = useLanguage()
  const names = new Intl.DisplayNames(language, { type: "region" })
  const codes = (cart.region?.countries ?? []).flatMap(({ iso_2 }) => iso_2 ?? [])
  return (
    <p className="field field--wide">
      <label htmlFor="country_code">{t.checkout.address.country_code}</label>
      <select
        id="country_code"
        name="country_code"
        autoComplete="country"
        defaultValue={cart.shipping_address?.country_code ?? codes[0]}
      >
        {codes.map((code) => (
          <option key={code} value={code}>
            {names.of(code.toUpperCase())}
          </option>
        ))}
      </select>
    </p>
  )
}
