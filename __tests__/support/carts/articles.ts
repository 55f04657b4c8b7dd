import type { Prices } from "./places"

/** Something to buy. Prices in major units, with or without tax as the place has it. */
export interface Article {
  title: string
  variant: string
  sku?: string
  barcode?: string
  /** Taxed at the reduced rate. */
  book?: boolean
  /** Nothing is sent. */
  digital?: boolean
  prices: Partial<Prices> & { eur: number }
}

export const ARTICLES = {
  shirt: {
    title: "T-Shirt",
    variant: "Rot / L",
    sku: "SHIRT-R-L",
    barcode: "4006381333931",
    prices: { eur: 19.99, chf: 21.9, gbp: 17.49, usd: 18.75, jpy: 1_980, kwd: 5.125 },
  },
  mug: {
    title: "Becher",
    variant: "Standard",
    sku: "MUG",
    // The check digit is wrong.
    barcode: "4006381333930",
    prices: { eur: 2.8, chf: 3.35, gbp: 2.49, usd: 3.33, jpy: 333, kwd: 0.999 },
  },
  novel: {
    title: "Der Zauberberg",
    variant: "Taschenbuch",
    sku: "NOVEL",
    book: true,
    prices: { eur: 10, chf: 12.5, gbp: 9.99, usd: 11, jpy: 1_500, kwd: 3.001 },
  },
  song: {
    title: "Lied zum Herunterladen",
    variant: "Default variant",
    digital: true,
    prices: { eur: 7.99, kwd: 2.345 },
  },
  family: {
    title: "🎁 Für 👩‍👩‍👧‍👦 aus 🇩🇪 – “größer” & <b>schöner</b>",
    variant: "Größe XL",
    sku: "ÄÖÜ/ß #1",
    prices: { eur: 12.34 },
  },
  endless: {
    title: "Donaudampfschifffahrt ".repeat(14).slice(0, 300),
    variant: "x".repeat(300),
    prices: { eur: 5 },
  },
  smuggled: {
    title: "\u202eEin\u0007 \t\n Text \u200b mit\u00a0allem",
    variant: "עברית, العربية, 日本語",
    prices: { eur: 3.03 },
  },
  screw: { title: "Schraube", variant: "M4", sku: "M4", prices: { eur: 0.01 } },
  washer: { title: "Scheibe", variant: "M4", prices: { eur: 0.333 } },
  sample: { title: "Probe", variant: "Standard", prices: { eur: 0 } },
} as const satisfies Record<string, Article>

export type ArticleName = keyof typeof ARTICLES
