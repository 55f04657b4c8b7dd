import { decorateCartTotals, MathBN } from "@medusajs/framework/utils"
import type { Basket } from "../../../../../src/mapping/request/basket"
import { toMinorUnits } from "../../../../../src/mapping/words/currency"
import { texts } from "../../../../../src/mapping/words/texts"
import type { BasketProduct } from "../../../../../src/secuconnect"
import type { PricedCart } from "./arbitrary-cart"

type Rule = (priced: PricedCart, basket: Basket) => boolean

const isRounding = (line: BasketProduct) => line.desc === texts.en.rounding && line.tax === 0
const isCoupon = (line: BasketProduct) => line.item_type === "coupon"
const total = (lines: BasketProduct[]) =>
  lines.reduce((sum, line) => sum + line.priceOne * line.quantity, 0)
const isCount = (number: number) => Number.isSafeInteger(number) && number >= 0

/** What is true of every basket. */
export const RULES: Record<string, Rule> = {
  "no cart falls back to a single line": (_, { fallback }) => fallback === null,
  "the lines sum to the session's amount": ({ amount }, { products }) =>
    total(products) - 2 * total(products.filter(isCoupon)) === amount,
  "no price, quantity or tax is negative or fractional": (_, { products }) =>
    products.every(({ priceOne, quantity, tax }) => [priceOne, quantity, tax].every(isCount)),
  "there is at most one rounding line": (_, { products }) =>
    products.filter(isRounding).length <= 1,
  "the rounding is at most as many minor units as there are lines": (_, { products }) => {
    const roundings = products.filter(isRounding)
    return total(roundings) <= products.length - roundings.length
  },
  "every article of the cart is there with its quantity": ({ cart }, { products }) =>
    cart.items.every((item) => {
      const found = products.filter((line) => line.reference_id === item.id)
      const wanted = MathBN.convert(item.quantity)
      const [first] = found
      const counted = `${first && isCoupon(first) ? "Credit: " : ""}${wanted.toFixed()} × `
      if (first?.desc.startsWith(counted)) return found.length === 1
      return wanted.eq(found.reduce((sum, line) => sum + line.quantity, 0))
    }),
  "what is given back is a coupon, and nothing else of the cart is one": ({ cart }, { products }) =>
    cart.items.every(({ id, unit_price }) =>
      products
        .filter((line) => line.reference_id === id && line.priceOne !== 0)
        .every((line) => isCoupon(line) === MathBN.lt(unit_price, 0)),
    ),
  "the coupons sum to the cart's discounts and credit": ({ cart }, { products }) => {
    const { discount_total } = decorateCartTotals(structuredClone(cart))
    const credit = cart.credit_lines.map((line) => line.amount)
    const given = toMinorUnits(MathBN.sum(discount_total, ...credit), cart.currency_code)
    const coupons = products.filter(
      (line) => isCoupon(line) && !isRounding(line) && line.reference_id === undefined,
    )
    return Math.abs(total(coupons) - given) <= couponsOf(cart)
  },
}

/** How many coupons a cart may have, each rounded by itself: also those that round to nothing. */
function couponsOf({ items, shipping_methods, credit_lines }: PricedCart["cart"]): number {
  const kinds = [...items, ...shipping_methods].flatMap(({ adjustments, tax_lines }) =>
    adjustments.map(({ code }) => JSON.stringify([code, tax_lines.map(({ rate }) => rate)])),
  )
  return new Set(kinds).size + Math.min(credit_lines.length, 1)
}
