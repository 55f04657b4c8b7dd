import type { Language } from "../pay/texts"

/** An amount in minor units as people write it, with the currency's own number of decimals. */
export function money(minor: number, currency: string, language: Language = "de"): string {
  const format = new Intl.NumberFormat(language === "de" ? "de-DE" : "en-GB", {
    style: "currency",
    currency,
  })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
