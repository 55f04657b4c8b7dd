/** The shop's language, told to everything that speaks: the kit, the payment page, the prices. */
export const LOCALE = "en"

/** @param amount in major units, as Medusa has it */
export function money(amount: number, currency: string): string {
  return new Intl.NumberFormat(LOCALE, { style: "currency", currency }).format(amount)
}
