import { decorateCartTotals } from "@medusajs/framework/utils"
import fc from "fast-check"
import type { Cart } from "../../../../../src/mapping/request/cart"
import { toMinorUnits } from "../../../../../src/mapping/words/currency"

/** A cart as Medusa could hand it over, and what its session asks for in minor units. */
export interface PricedCart {
  cart: Cart
  amount: number
}

const CURRENCIES = ["eur", "chf", "gbp", "usd", "jpy", "kwd"]
const RATES = [0, 2.6, 5.5, 7, 8.1, 10, 19, 20, 25.5]
const CODES = ["WELCOME5", "SUMMER", "AUTO", null]

/** Decimal fractions as text: what a database hands out, and nothing a float can spoil. */
const price = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 9_999 }))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(4, "0")}`)

/** Something is given back, a deposit say; nobody gives a discount on that. */
const givenBack = fc.integer({ min: 1, max: 99_999 }).map((n) => `-${(n / 10_000).toFixed(4)}`)

const quantity = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 200 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4_000 }).map((n) => `${n / 8}`) },
)

const taxLines = fc
  .array(fc.constantFrom(...RATES), { maxLength: 2 })
  .map((rates) => rates.map((rate) => ({ rate })))

/** A discount takes a share of the line, so that no line and no cart gets below zero. */
const share = fc.integer({ min: 0, max: 30 })
const code = fc.constantFrom(...CODES)
const text = fc.oneof(fc.constantFrom(null, "", "Füller 🖋️"), fc.string({ maxLength: 300 }))

const itemFields = {
  title: text,
  product_title: text,
  variant_title: text,
  variant_sku: fc.constantFrom(null, "SKU-1"),
  variant_barcode: fc.constantFrom(null, "4006381333931", "123"),
  quantity,
  unit_price: price,
  is_tax_inclusive: fc.boolean(),
  tax_lines: taxLines,
  discounts: fc.array(fc.record({ code, share, is_tax_inclusive: fc.boolean() }), { maxLength: 3 }),
}

const item = fc.record(itemFields)

const returned = fc
  .record({ ...itemFields, unit_price: givenBack })
  .map((line) => ({ ...line, discounts: [] }))

const method = fc.record({
  name: text,
  amount: price,
  is_tax_inclusive: fc.boolean(),
  tax_lines: taxLines,
  discounts: fc.array(fc.record({ code, share }), { maxLength: 2 }),
})

type Line = { tax_lines: { rate: number }[]; is_tax_inclusive: boolean }

/** The part of a price that a discount of so many percent takes, net. */
function cut(amount: number, percent: number, line: Line): string {
  const rate = line.tax_lines.reduce((sum, tax) => sum + tax.rate, 0)
  const net = line.is_tax_inclusive ? amount / (1 + rate / 100) : amount
  return ((net * percent) / 100).toFixed(6)
}

const cart = fc
  .record({
    currency_code: fc.constantFrom(...CURRENCIES),
    items: fc.array(fc.oneof({ weight: 9, arbitrary: item }, { weight: 1, arbitrary: returned }), {
      minLength: 1,
      maxLength: 12,
    }),
    shipping_methods: fc.array(method, { maxLength: 2 }),
    credit: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ currency_code, items, shipping_methods, credit }): Cart => {
    return {
      id: "cart_1",
      email: null,
      locale: null,
      currency_code,
      items: items.map(({ discounts, ...line }, index) => ({
        id: `item_${index}`,
        ...line,
        adjustments: discounts.map((discount) => ({
          code: discount.code,
          amount: cut(Number(line.unit_price) * Number(line.quantity), discount.share, line),
          is_tax_inclusive: discount.is_tax_inclusive,
        })),
      })),
      shipping_methods: shipping_methods.map(({ discounts, ...line }, index) => ({
        id: `method_${index}`,
        ...line,
        adjustments: discounts.map((discount) => ({
          code: discount.code,
          amount: cut(Number(line.amount), discount.share, line),
        })),
      })),
      credit_lines: credit === 0 ? [] : [{ amount: `${credit}.0000` }],
      billing_address: null,
      shipping_address: null,
    }
  })

/** The session asks for what Medusa itself makes of the cart. */
export const pricedCart: fc.Arbitrary<PricedCart> = cart
  .map((found) => {
    const { total } = decorateCartTotals(structuredClone(found))
    return { cart: found, amount: toMinorUnits(total, found.currency_code) }
  })
  .filter(({ amount }) => amount > 0)
