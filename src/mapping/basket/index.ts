import type { BasketProduct } from "../../secuconnect"
import type { PaymentSource } from "../cart"
import type { Language } from "../language"
import { texts } from "../texts"
import { couponLines } from "./coupons"
import { articleLines, shippingLines, type BasketLine } from "./lines"

/** What a basket is made from. `amount` in minor units: what the session asks the buyer for. */
export interface BasketInput {
  source: PaymentSource
  amount: number
  language: Language
  detail: "full" | "single_line"
  /** The text of the line when the basket is a single one. */
  title: string
}

/**
 * The basket for secuconnect. Its lines always sum to `amount`: what roundings leave is a visible
 * line; when more is left than roundings can explain, the whole basket is one line.
 */
export function toBasket(input: BasketInput): BasketProduct[] {
  const lines = input.detail === "full" ? fullBasket(input) : null
  return (lines ?? [singleLine(input)]).map((line, index) => ({ id: index + 1, ...line }))
}

/** Sum of a basket in minor units; coupons are subtracted. */
export function sumOf(lines: BasketLine[]): number {
  return lines.reduce((sum, line) => {
    const total = line.priceOne * line.quantity
    return line.item_type === "coupon" ? sum - total : sum + total
  }, 0)
}

function fullBasket({ source, amount, language }: BasketInput): BasketLine[] | null {
  const { cart } = source
  if (!cart?.items?.length) return null
  const lines = [
    ...cart.items.flatMap((item) => articleLines(item, cart.currency_code)),
    ...(cart.shipping_methods ?? []).flatMap((method) => shippingLines(method, cart.currency_code)),
    ...couponLines(cart, language),
  ]
  const left = amount - sumOf(lines)
  if (Math.abs(left) > lines.length) return null
  return left === 0 ? lines : [...lines, roundingLine(left, language)]
}

function roundingLine(left: number, language: Language): BasketLine {
  return {
    item_type: left > 0 ? "article" : "coupon",
    desc: texts[language].rounding,
    quantity: 1,
    priceOne: Math.abs(left),
    tax: 0,
  }
}

function singleLine({ amount, title }: BasketInput): BasketLine {
  return { item_type: "article", desc: title, quantity: 1, priceOne: amount, tax: 0 }
}
