/** The languages of the payment page and of everything that we say to a shopper. */
export type Language = "de" | "en"

const GERMAN_SPEAKING = new Set(["de", "at", "ch", "li", "lu"])

/** Where a language can be read off; the first that says something wins. */
export interface LanguageHints {
  /** The session's `data.locale` and the cart's locale, in this order ("de-AT", "en"). */
  locales: unknown[]
  /** ISO 3166-1 alpha-2 code of the buyer. */
  country?: string | null | undefined
  /** The shop's own setting. */
  fallback?: Language | undefined
}

/** A locale that names another language than German gets English: secuconnect has only these two. */
export function pickLanguage({ locales, country, fallback }: LanguageHints): Language {
  for (const locale of locales) {
    if (typeof locale === "string" && /^[a-z]{2}\b/i.test(locale)) {
      return locale.toLowerCase().startsWith("de") ? "de" : "en"
    }
  }
  if (fallback) return fallback
  return GERMAN_SPEAKING.has((country ?? "").toLowerCase()) ? "de" : "en"
}
