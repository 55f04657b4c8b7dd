import { decorateCartTotals } from "@medusajs/framework/utils"
import type { BasketProduct } from "../../../secuconnect"
import { boughtIn, type Cart, type PaymentSource } from "../cart"
import { toMinorUnits } from "../../words/currency"
import type { Language } from "../../words/language"
import { texts } from "../../words/texts"
import { articleLines } from "./articles"
import { couponLines } from "./coupons"
import { credited } from "./credited"
import { grossItem, grossShipping } from "./gross"
import { sumOf, type BasketLine } from "./line"
import { shippingLines } from "./shipping"

/** What a basket is made from. */
export interface BasketInput {
  source: PaymentSource
  /** What the session asks the customer for, in minor units. */
  amount: number
  language: Language
  detail: "full" | "single_line"
  /** Short id of our ledger's row; names the order as long as it has no number. */
  reference: string
}

/** Why a basket has one line although the shop wants them all. */
export type FallbackReason =
  /** The session pays for something else than the whole cart: a part of it, say. */
  | "not_the_cart"
  /** The lines do not come to the cart's own total: a cart that this code does not understand. */
  | "misunderstood"

export interface Basket {
  products: BasketProduct[]
  /** With the sum that the lines came to, in minor units. For the log. */
  fallback: { reason: FallbackReason; sum: number } | null
}

/**
 * The basket for secuconnect. Its lines always sum to `amount`: what roundings leave is a visible
 * line; when more is left than roundings can explain, the whole basket is one line.
 */
export function toBasket(input: BasketInput): Basket {
  const bought = boughtIn(input.source)
  if (input.detail === "single_line" || !bought?.items.length) {
    return { products: number([singleLine(input)]), fallback: null }
  }
  const { language, source } = input
  const lines = cartLines(bought, { language, automatic_codes: source.automatic_codes })
  const sum = sumOf(lines)
  const left = input.amount - sum
  if (Math.abs(left) > lines.length || lines.some((line) => line.priceOne < 0)) {
    return { products: number([singleLine(input)]), fallback: fallbackOf(input, bought, sum) }
  }
  return { products: number([...lines, ...roundingLine(left, input.language)]), fallback: null }
}

interface Wording {
  language: Language
  automatic_codes: string[]
}

function cartLines(cart: Cart, wording: Wording): BasketLine[] {
  const { language } = wording
  const currency = cart.currency_code
  const { items, shipping_methods: methods } = cart
  const lines = [
    ...items.flatMap((item) => articleLines(item, grossItem(item), { currency, language })),
    ...methods.flatMap((method) =>
      shippingLines(method, grossShipping(method), { currency, language }),
    ),
  ].map((line) => credited(line, language))
  return [...lines, ...couponLines(cart, wording)]
}

/** What Medusa itself makes of the cart, in minor units. Medusa writes into what it is given. */
export function cartTotal(cart: Cart): number {
  return toMinorUnits(decorateCartTotals(structuredClone(cart)).total, cart.currency_code)
}

function roundingLine(left: number, language: Language): BasketLine[] {
  if (left === 0) return []
  const item_type = left > 0 ? "article" : "coupon"
  const desc = texts[language].rounding
  return [{ item_type, desc, quantity: 1, priceOne: Math.abs(left), tax: 0 }]
}

function singleLine(input: BasketInput): BasketLine {
  const { amount, source, language, reference } = input
  const number = source.order_number === null ? reference : `#${String(source.order_number)}`
  const words = isPartOfOrder(input) ? texts[language].part_of_order : texts[language].order
  return {
    ...{ item_type: "article", desc: `${words} ${number}` },
    ...{ quantity: 1, priceOne: amount, tax: 0 },
  }
}

/** The rest of an order, after an edit say, is an ordinary thing: nobody need look into it. */
function fallbackOf(input: BasketInput, bought: Cart, sum: number): Basket["fallback"] {
  if (isPartOfOrder(input)) return null
  const reason = cartTotal(bought) === input.amount ? "misunderstood" : "not_the_cart"
  return { reason, sum }
}

/** Whether an order is paid that costs more, or less, than is asked for. */
function isPartOfOrder({ amount, source: { cart, order = null } }: BasketInput): boolean {
  return cart === null && order !== null && cartTotal(order) !== amount
}

function number(lines: BasketLine[]): BasketProduct[] {
  return lines.map((line, index) => ({ id: index + 1, ...line }))
}
