/** A payment's currency; the decimals are the server's, a browser has others for some. */
export interface ShownCurrency {
  currency_code: string
  currency_exponent: number
}

/** An amount in major units, as the dashboard's language writes it: "31,90 €". */
export function formatMoney(
  amount: number,
  { currency_code, currency_exponent }: ShownCurrency,
  language: string,
): string {
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: currency_code,
    minimumFractionDigits: currency_exponent,
    maximumFractionDigits: currency_exponent,
  }).format(amount)
}

/** A moment: "24.11.2026, 15:05". */
export function formatTime(time: string | Date, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" })
  return format.format(new Date(time))
}

/** A day: "24.11.2026". */
export function formatDay(time: string | Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(new Date(time))
}
