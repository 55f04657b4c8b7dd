import type { Language } from "../pay/texts"

/** An amount in minor units as people write it, with the currency's own number of decimals. */
export function money(minor: number, currency: string, language: Language = "de"): string {
  const format = new Intl.NumberFormat(localeOf(language), { style: "currency", currency })
  return format.format(minor / 10 ** decimalsOf(format))
}

/** The same without the currency. */
export function decimal(minor: number, currency: string, language: Language): string {
  const locale = localeOf(language)
  const digits = decimalsOf(new Intl.NumberFormat(locale, { style: "currency", currency }))
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits })
  return format.format(minor / 10 ** digits)
}

const localeOf = (language: Language): string => (language === "de" ? "de-DE" : "en-GB")

const decimalsOf = (format: Intl.NumberFormat): number =>
  format.resolvedOptions().maximumFractionDigits ?? 2
