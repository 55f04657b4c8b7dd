/** The languages of the payment page and of everything that we say to a shopper. */
export type Language = "de" | "en"

/** Countries whose shoppers read German when nothing else says what they read. */
const GERMAN_SPEAKING = new Set(["de", "at", "ch", "li", "lu"])

/** German and its close relatives: ISO 639-1, 639-2 (both) and 639-3. */
const GERMAN = new Set(["de", "deu", "ger", "gsw", "nds", "bar"])

/** Codes that name no language: undetermined, several, none. */
const NO_LANGUAGE = new Set(["und", "mul", "zxx", "mis"])

/** Where a language can be read off; the first that says something wins. */
export interface LanguageHints {
  /** The session's `data.locale` and the cart's locale, in this order ("de-AT", "en"). */
  locales: unknown[]
  /** The shop's own setting. */
  fallback?: Language | undefined
  /** ISO 3166-1 alpha-2 code of the customer, any case. */
  country?: string | null | undefined
}

/**
 * Picks the language: session's locale, cart's locale, the shop's setting, the customer's country,
 * else English. A locale that names another language than German gets English: secuconnect has
 * only these two. What is no locale says nothing.
 */
export function pickLanguage({ locales, country, fallback }: LanguageHints): Language {
  for (const locale of locales) {
    const language = primaryLanguage(locale)
    if (language) return GERMAN.has(language) ? "de" : "en"
  }
  if (fallback) return fallback
  return typeof country === "string" && GERMAN_SPEAKING.has(country.trim().toLowerCase())
    ? "de"
    : "en"
}

/** "de" of "de", "DE", "de-AT", "de_DE.UTF-8"; null of what is no locale. */
function primaryLanguage(locale: unknown): string | null {
  if (typeof locale !== "string") return null
  const language = /^\s*([a-z]{2,3})(?:[-_.@\s]|$)/i.exec(locale)?.[1]?.toLowerCase()
  return language && !NO_LANGUAGE.has(language) ? language : null
}
