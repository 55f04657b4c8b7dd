import type { Language } from "./language"

/** A currency with the decimals of its minor unit, as the ledger keeps it. */
export interface WrittenCurrency {
  currency_code: string
  currency_exponent: number
}

const NBSP = "\u00A0"

/**
 * An amount as people write it: "1.234,50 €" and "€1,234.50"; another currency by its code, "CHF 5.00".
 * The decimals are the ledger's: those of the runtime's locale data change with its version.
 *
 * @param amount minor units
 * @throws RangeError when the amount is no whole number
 */
export function moneyText(
  amount: number,
  { currency_code, currency_exponent: decimals }: WrittenCurrency,
  language: Language,
): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError("The amount is not in minor units.")
  const code = currency_code.toUpperCase()
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0")
  const [group, point] = language === "de" ? [".", ","] : [",", "."]
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, group)
  const number = decimals === 0 ? whole : `${whole}${point}${digits.slice(-decimals)}`
  const sign = amount < 0 ? "-" : ""
  if (language === "de") return `${sign}${number}${NBSP}${code === "EUR" ? "€" : code}`
  return `${sign}${code === "EUR" ? "€" : `${code}${NBSP}`}${number}`
}
