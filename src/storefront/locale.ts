/** The languages of the kit's own texts, and of everything that the plugin says to shoppers. */
export type StoreLocale = "de" | "en"

/** `de` for German tags such as `de-AT`, else `en`. */
export function toStoreLocale(locale: string | null | undefined): StoreLocale {
  return /^(de|gsw|deu|ger)\b/i.test(locale ?? "") ? "de" : "en"
}
