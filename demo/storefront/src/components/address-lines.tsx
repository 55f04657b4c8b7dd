import { useLanguage } from "../language/language"

interface AddressLinesProps {
  /** A cart or an order. */
  of: {
    email?: string | null
    shipping_address?: {
      first_name?: string | null
      last_name?: string | null
      company?: string | null
      address_1?: string | null
      address_2?: string | null
      postal_code?: string | null
      city?: string | null
      country_code?: string | null
    } | null
  }
}

export function AddressLines({ of: { email, shipping_address: address } }: AddressLinesProps) {
  const { language } = useLanguage()
  if (!address) return null
  const countries = new Intl.DisplayNames(language, { type: "region" })
  const lines = [
    `${address.first_name ?? ""} ${address.last_name ?? ""}`,
    address.company,
    address.address_1,
    address.address_2,
    `${address.postal_code ?? ""} ${address.city ?? ""}`,
    address.country_code && countries.of(address.country_code.toUpperCase()),
    email,
  ]
  return (
    <address>
      {lines.filter(Boolean).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  )
}
