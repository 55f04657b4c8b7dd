import fc from "fast-check"
import { z } from "zod"
import type { BigNumberInput } from "@medusajs/framework/types"
import { BigNumber, decorateCartTotals, defaultCurrencies, MathBN } from "@medusajs/framework/utils"
import {
  currencyExponent,
  currencyProblem,
  describeCurrencyProblem,
  toMajorUnits,
  toMinorUnits,
} from "../../../../src/mapping/words/currency"
import { ISO_4217 } from "../../../../src/mapping/words/iso-4217"

/** Types say less than Medusa hands out: its own class does not fit them. */
const handedOut = z.custom<BigNumberInput>()

describe("the decimals of a currency", () => {
  it.each([
    ["EUR", 2],
    ["CHF", 2],
    ["GBP", 2],
    ["USD", 2],
    ["PLN", 2],
    ["JPY", 0],
    ["KRW", 0],
    ["ISK", 0],
    ["KWD", 3],
    ["BHD", 3],
    ["TND", 3],
    ["CLF", 4],
    ["eur", 2],
    ["jpy", 0],
  ])("%s has %i", (currency, decimals) => {
    expect(currencyExponent(currency)).toBe(decimals)
  })

  it.each(["", "EURO", "E1R", "€", "XYZ", "XAU", "HRK"])(
    "of %j, which is none, there are none",
    (code) => {
      expect(() => currencyExponent(code)).toThrow(RangeError)
      expect(currencyProblem(code)).toBe("unknown")
    },
  )

  it.each(["HUF", "COP", "IDR", "PKR", "RSD", "IQD", "LAK", "MMK", "UZS", "yer"])(
    "%s is refused: who says how many it has says different things",
    (code) => {
      expect(currencyProblem(code)).toBe("disputed")
      expect(describeCurrencyProblem(code, "disputed")).toContain(
        `In ${code.toUpperCase()} nothing`,
      )
    },
  )

  it.each(["EUR", "chf", "USD", "GBP", "PLN", "CZK", "SEK", "DKK", "JPY", "KWD", "ISK", "CLP"])(
    "%s is not",
    (code) => {
      expect(currencyProblem(code)).toBeNull()
    },
  )

  it("no currency is charged in of which Medusa or this runtime says something else", () => {
    const medusa = new Map(
      Object.entries(defaultCurrencies).map(([code, { decimal_digits }]) => [code, decimal_digits]),
    )
    const others = [...ISO_4217].filter(([code, exponent]) => {
      const style = { style: "currency", currency: code } as const
      const shown = new Intl.NumberFormat("en", style).resolvedOptions().maximumFractionDigits
      return shown !== exponent || (medusa.get(code.toUpperCase()) ?? exponent) !== exponent
    })
    expect(others.map(([code]) => code).filter((code) => currencyProblem(code) === null)).toEqual(
      [],
    )
    expect(others.length).toBeGreaterThan(10)
  })

  it("a row keeps its own, whatever is said of its currency", () => {
    const row = { currency_code: "huf", currency_exponent: 0 }
    expect(toMinorUnits("7990", row)).toBe(7990)
    expect(toMajorUnits(7990, row)).toBe(7990)
    expect(toMinorUnits("7990", { currency_exponent: 2 })).toBe(799_000)
  })
})

describe("Medusa's amounts in the smallest unit", () => {
  it.each<[amount: number | string, currency: string, minor: number]>([
    [44.85, "eur", 4485],
    [58.873, "eur", 5887],
    [58.875, "eur", 5888],
    [58.8749999, "eur", 5887],
    ["58.87499999999", "eur", 5887],
    ["58.8749999999999999999999999", "eur", 5888],
    ["-58.8749999999999999999999999", "eur", -5888],
    [1.005, "eur", 101],
    [1.1, "eur", 110],
    [0.07, "eur", 7],
    [4.35, "eur", 435],
    [1_234_567.89, "eur", 123_456_789],
    [0, "eur", 0],
    [0.004, "eur", 0],
    [0.005, "eur", 1],
    [1e-30, "eur", 0],
    [-10, "eur", -1000],
    [-0.005, "eur", -1],
    [999, "jpy", 999],
    [999.5, "jpy", 1000],
    [999.4999, "jpy", 999],
    [1.2345, "kwd", 1235],
    [1.2344, "kwd", 1234],
    [12.345, "kwd", 12_345],
    [44.85, "EUR", 4485],
  ])("%s %s are %i", (amount, currency, minor) => {
    expect(toMinorUnits(amount, currency)).toBe(minor)
  })

  it.each<[string, unknown]>([
    ["a number", 58.873],
    ["a string", "58.873"],
    ["the raw object of a row", { value: "58.873", precision: 20 }],
    ["a raw object with a number", { value: 58.873 }],
    ["Medusa's BigNumber", new BigNumber("58.873")],
    ["the BigNumber of a calculation", MathBN.div("58873", 1000)],
    ["a raw object with more digits than a number holds", { value: "58.87300000000000000001" }],
  ])("come as %s", (_what, amount) => {
    expect(toMinorUnits(handedOut.parse(amount), "eur")).toBe(5887)
  })

  it.each<[string, unknown]>([
    ["a word", "abc"],
    ["nothing", ""],
    ["not a number", NaN],
    ["infinity", Infinity],
    ["a raw object with a word", { value: "abc" }],
    ["a German comma", "1,50"],
  ])("are not %s", (_what, amount) => {
    expect(() => toMinorUnits(handedOut.parse(amount), "eur")).toThrow(RangeError)
  })
})

const currencies = fc.constantFrom("eur", "chf", "jpy", "kwd", "clf")
const minors = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })

/** "-12.345": exact, however many digits. */
const decimals = fc
  .tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(6, "0")}`)

/** A cart of one article with its tax in the price, reduced by a tenth, as the core calculates it. */
function reduced(price: string, rate: number, currency_code: string) {
  const amount = MathBN.div(price, 10)
  const adjustments = [{ amount, is_tax_inclusive: true }]
  const item = { id: "item", unit_price: price, quantity: 1, is_tax_inclusive: true, adjustments }
  const items = [{ ...item, tax_lines: [{ rate }] }]
  const { total } = decorateCartTotals(
    cartOfCore.parse({ currency_code, items, shipping_methods: [] }),
  )
  return { calculated: handedOut.parse(total), exact: MathBN.mult(price, 0.9) }
}

const cartOfCore = z.custom<Parameters<typeof decorateCartTotals>[0]>()

describe("a total that lies exactly between two cents", () => {
  // 15.95 less a tenth, with 19 % in it, comes as 14.3549999999999999999936.
  it.each(["0.25", "1.95", "15.95", "99.95", "1234.55", "8999.95"].flatMap(withRates))(
    "%s less a tenth with %s %% in it is rounded up, as the database hands it out",
    (price, rate) => {
      const { calculated, exact } = reduced(price, rate, "eur")
      const minor = Math.ceil(MathBN.mult(exact, 100).toNumber())
      expect(toMinorUnits(calculated, "eur")).toBe(minor)
      expect(toMinorUnits({ value: exact.toFixed() }, "eur")).toBe(minor)
    },
  )
})

function withRates(price: string) {
  return [2.6, 5.5, 7, 8.1, 10, 13, 19, 20, 21, 22, 25].map((rate) => [price, rate] as const)
}

describe("for every amount and currency", () => {
  it("smallest units survive the way to major units and back", () => {
    fc.assert(
      fc.property(minors, currencies, (minor, currency) => {
        expect(toMinorUnits(toMajorUnits(minor, currency), currency)).toBe(minor)
      }),
    )
  })

  it("the result is a whole number, and off by half a unit at most", () => {
    fc.assert(
      fc.property(decimals, currencies, (amount, currency) => {
        const minor = toMinorUnits(amount, currency)
        const exact = MathBN.mult(amount, 10 ** currencyExponent(currency))
        expect(Number.isSafeInteger(minor)).toBe(true)
        expect(MathBN.abs(MathBN.sub(exact, minor)).lte(0.5)).toBe(true)
      }),
    )
  })

  it("what lies exactly between two units goes away from zero", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), currencies, (units, currency) => {
        const between = toMajor(`${units}.5`, currency)
        expect(toMinorUnits(between, currency)).toBe(units + 1)
        expect(toMinorUnits(MathBN.mult(between, -1), currency)).toBe(-units - 1)
      }),
    )
  })

  it("the shape in which Medusa hands an amount out does not matter", () => {
    fc.assert(
      fc.property(decimals, currencies, (value, currency) => {
        const minor = toMinorUnits(value, currency)
        expect(toMinorUnits({ value, precision: 20 }, currency)).toBe(minor)
        expect(toMinorUnits(handedOut.parse(new BigNumber(value)), currency)).toBe(minor)
      }),
    )
  })

  it("more money is never fewer units", () => {
    fc.assert(
      fc.property(decimals, decimals, currencies, (...[one, other, currency]) => {
        const [less, more] = MathBN.lte(one, other) ? [one, other] : [other, one]
        expect(toMinorUnits(less, currency)).toBeLessThanOrEqual(toMinorUnits(more, currency))
      }),
    )
  })
})

describe("smallest units in major units", () => {
  it.each([
    [4485, "eur", 44.85],
    [5887, "EUR", 58.87],
    [110, "eur", 1.1],
    [7, "eur", 0.07],
    [-1000, "eur", -10],
    [0, "eur", 0],
    [999, "jpy", 999],
    [12_345, "kwd", 12.345],
  ])("%i of %s are %d", (minor, currency, major) => {
    expect(toMajorUnits(minor, currency)).toBe(major)
  })
})

function toMajor(units: string, currency: string) {
  return MathBN.div(units, MathBN.exp(10, currencyExponent(currency)))
}
