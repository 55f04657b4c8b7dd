import { guessAmounts } from "../../../../src/mapping/views/amount-search"

/** What is looked for in euros, and in yen where that is something else. */
const meant = (text: string, currency: string) =>
  guessAmounts(text)
    .filter(({ currencies }) =>
      "only" in currencies
        ? currencies.only.includes(currency)
        : !currencies.except.includes(currency),
    )
    .map(({ minor }) => minor)
    .sort((one, other) => one - other)

describe("an amount that somebody types", () => {
  it.each([
    ["31,90", [3190]],
    ["31.90", [3190]],
    ["31,9", [3190]],
    ["31", [3100]],
    ["31,90 €", [3190]],
    ["€31.90", [3190]],
    ["EUR 31,90", [3190]],
    ["1.234,50", [123450]],
    ["1,234.50", [123450]],
    ["1234,50", [123450]],
    ["1.234.567,89", [123456789]],
    ["1.234", [123400]],
    ["0,01", [1]],
    ["31,905", [3190500]],
    ["31,9055", []],
    ["1,2,3", []],
    ["PCI_31", []],
    ["-5", []],
    ["", []],
    ["99999999999999999999", []],
  ] as const)("%s is looked for in euros as %j cents", (text, expected) => {
    expect(meant(text, "eur")).toEqual(expected)
  })

  it.each([
    ["3190", "jpy", [3190]],
    ["31,90", "jpy", []],
    ["1.234", "jpy", [1234]],
    ["1.234", "kwd", [1234, 1234000]],
  ] as const)("%s in %s: %j", (text, currency, expected) => {
    expect(meant(text, currency)).toEqual(expected)
  })
})
