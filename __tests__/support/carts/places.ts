export type Currency = "eur" | "chf" | "gbp" | "usd" | "jpy" | "kwd"

export type Prices = Record<Currency, number>

/** A country to sell to, and how its prices and taxes are made. Tax rates in percent. */
export interface Place {
  name: string
  currency: Currency
  /** Whether prices there include the tax. */
  gross: boolean
  rate: number
  /** For books. */
  reduced: number
  /** A second rate on top of the first, of the shopper's own province. */
  province?: { code: string; rate: number }
}

/** Germany is there already: the seed has made it with 19 and 7 percent included in the prices. */
export const PLACES = {
  at: { name: "Österreich", currency: "eur", gross: false, rate: 20, reduced: 10 },
  ch: { name: "Schweiz", currency: "chf", gross: true, rate: 8.1, reduced: 2.6 },
  li: { name: "Liechtenstein", currency: "chf", gross: false, rate: 8.1, reduced: 2.6 },
  fr: { name: "France", currency: "eur", gross: true, rate: 20, reduced: 5.5 },
  fi: { name: "Suomi", currency: "eur", gross: false, rate: 25.5, reduced: 13.5 },
  gb: { name: "United Kingdom", currency: "gbp", gross: true, rate: 20, reduced: 0 },
  us: {
    name: "United States",
    currency: "usd",
    gross: false,
    rate: 4,
    reduced: 4,
    province: { code: "ny", rate: 4.5 },
  },
  jp: { name: "日本", currency: "jpy", gross: false, rate: 10, reduced: 8 },
  kw: { name: "الكويت", currency: "kwd", gross: false, rate: 5, reduced: 0 },
  /** Only here promotions apply by themselves. */
  nl: { name: "Nederland", currency: "eur", gross: true, rate: 21, reduced: 9 },
} as const satisfies Record<string, Place>

export type PlaceCode = "de" | keyof typeof PLACES

/** What shipping costs, by the code of the option. Major units. */
export const SHIPPING_PRICES = {
  standard: { eur: 4.9, chf: 7, gbp: 3.95, usd: 5.5, jpy: 500, kwd: 1.25 },
  express: { eur: 9.9, chf: 14, gbp: 7.95, usd: 11, jpy: 1_000, kwd: 2.505 },
  pickup: { eur: 0, chf: 0, gbp: 0, usd: 0, jpy: 0, kwd: 0 },
} as const satisfies Record<string, Prices>

export type ShippingCode = keyof typeof SHIPPING_PRICES

/** Decimals of a currency (ISO 4217). */
export const DECIMALS: Readonly<Record<string, number>> = {
  eur: 2,
  chf: 2,
  gbp: 2,
  usd: 2,
  jpy: 0,
  kwd: 3,
}
