import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js"

/**
 * A phone number as secuconnect stores it: E.164 ("+495555555555"), without extension.
 *
 * A possible number is enough. Whether a number is assigned changes faster than any list of them.
 *
 * @param country where a number without a country code belongs; ISO 3166-1 alpha-2, upper case
 * @returns null for what is no phone number
 */
export function toPhone(text: string, country: string): string | null {
  const number = parsePhoneNumberFromString(text, {
    extract: false,
    ...(isSupportedCountry(country) ? { defaultCountry: country } : {}),
  })
  return number?.isPossible() ? number.number : null
}
