import { moneyText } from "../../../../src/mapping/words/money-text"

const written = (amount: number, currency_code: string, currency_exponent: number) =>
  (["de", "en"] as const).map((language) =>
    moneyText(amount, { currency_code, currency_exponent }, language).replace(/\u00A0/g, " "),
  )

it.each<[number, string, number, string, string]>([
  [0, "eur", 2, "0,00 €", "€0.00"],
  [5, "eur", 2, "0,05 €", "€0.05"],
  [3190, "eur", 2, "31,90 €", "€31.90"],
  [99999, "eur", 2, "999,99 €", "€999.99"],
  [100000, "EUR", 2, "1.000,00 €", "€1,000.00"],
  [123456789, "eur", 2, "1.234.567,89 €", "€1,234,567.89"],
  [-450, "eur", 2, "-4,50 €", "-€4.50"],
  [500, "chf", 2, "5,00 CHF", "CHF 5.00"],
  [12345, "jpy", 0, "12.345 JPY", "JPY 12,345"],
  [1, "kwd", 3, "0,001 KWD", "KWD 0.001"],
  // The row's decimals count, whatever a runtime thinks of the currency.
  [12345, "huf", 0, "12.345 HUF", "HUF 12,345"],
  [12345, "huf", 2, "123,45 HUF", "HUF 123.45"],
])("%d %s with %d decimals is %s and %s", (...row) => {
  const [amount, code, exponent, ...texts] = row
  expect(written(amount, code, exponent)).toEqual(texts)
})

it.each([0.5, NaN, Infinity, 2 ** 53])("%d is no amount in minor units", (amount) => {
  expect(() => written(amount, "eur", 2)).toThrow(RangeError)
})
