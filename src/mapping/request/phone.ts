import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from "libphonenumber-js/max"

/**
 * A phone number as secuconnect stores it: E.164 ("+495555555555"), without extension. Valid by its
 * country's numbering plan, or nothing.
 *
 * The country's own code is recognized without "+" or "00" as well: "49 171 1234567" in Germany.
 *
 * @param country where a number without a country code belongs; ISO 3166-1 alpha-2, upper case
 * @returns null for what is no phone number, or may be one of two
 */
export function toPhone(text: string, country: string): string | null {
  const typed = text.normalize("NFKC").replace(/^[\s(]+(?=\+)|^\s+/, "")
  const number = isSupportedCountry(country) ? numberIn(typed, country) : valid(typed)
  return number?.number ?? null
}

function numberIn(typed: string, country: CountryCode): PhoneNumber | undefined {
  const dialled = valid(typed, country)
  if (/^(?:\+|\D*0\D*0)/.test(typed)) return dialled
  const coded = valid(`+${typed.replace(/^0/, "")}`)
  const own = isOf(coded, country) ? coded : undefined
  if (typed.startsWith("0")) return own?.getType() === "MOBILE" ? own : dialled
  return own && lacksZero(dialled) ? own : certain(dialled, coded)
}

function isOf(number: PhoneNumber | undefined, country: CountryCode): boolean {
  return number?.countryCallingCode === getCountryCallingCode(country)
}

/** Where numbers are dialled with a zero in front, and it was left away. */
function lacksZero(dialled: PhoneNumber | undefined): boolean {
  return !dialled || dialled.formatNational().startsWith("0")
}

/** Without its zero a number may be another country's as well. */
function certain(dialled: PhoneNumber | undefined, coded: PhoneNumber | undefined) {
  return lacksZero(dialled) && coded ? undefined : dialled
}

/** A number that exists by its country's numbering plan; a text with more than a number is none. */
function valid(typed: string, defaultCountry?: CountryCode): PhoneNumber | undefined {
  const country = defaultCountry ? { defaultCountry } : {}
  const number = parsePhoneNumberFromString(typed, { extract: false, ...country })
  return number?.isValid() ? number : undefined
}
