/** A street as secuconnect wants it: the number apart, where that is the custom. */
export interface Street {
  street: string
  street_number?: string
}

const NUMBER_AFTER_STREET = new Set(["DE", "AT", "CH"])
const TRAILING_NUMBER = /^(.*\D)[\s,]+(\d+\s?[a-zA-Z]?(?:\s?[-/+]\s?\d+\s?[a-zA-Z]?)*)$/

/** Splits "Musterstr. 11a" into street and number; other countries' lines stay whole. */
export function splitStreet(line: string, country: string): Street {
  const found = NUMBER_AFTER_STREET.has(country.toUpperCase()) ? TRAILING_NUMBER.exec(line) : null
  const [, street, number] = found ?? []
  return street && number ? { street: street.trim(), street_number: number } : { street: line }
}
