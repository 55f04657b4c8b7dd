import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { Cart } from "../cart"
import { toMinorUnits } from "../currency"
import type { Language } from "../language"
import { limitText } from "../text"
import { texts } from "../texts"
import type { BasketLine } from "./lines"
import { grossItem, grossShipping, wholePercent } from "./totals"

interface Coupon {
  code: string | null
  tax: number
  amount: BigNumberInput
}

/**
 * The discounts of the cart: one line per promotion code and tax rate. Their price is positive,
 * secuconnect subtracts it.
 *
 * @see https://developer.secuconnect.com/integration/Create_the_Smart_Transaction_for_Webshops.html
 */
export function couponLines(cart: Cart, language: Language): BasketLine[] {
  const coupons = new Map<string, Coupon>()
  const lines = [
    ...(cart.items ?? []).map(grossItem),
    ...(cart.shipping_methods ?? []).map(grossShipping),
  ]
  for (const { rate, discounts } of lines) {
    const tax = wholePercent(rate)
    for (const { code, amount } of discounts) {
      const key = `${String(tax)} ${code ?? ""}`
      const sum = MathBN.add(coupons.get(key)?.amount ?? 0, amount)
      coupons.set(key, { code, tax, amount: sum })
    }
  }
  return [...coupons.values(), ...creditCoupons(cart)].flatMap((coupon) =>
    couponLine(coupon, cart.currency_code, language),
  )
}

/** Gift cards and store credit. */
function creditCoupons(cart: Cart): Coupon[] {
  const credit = MathBN.sum(...(cart.credit_lines ?? []).map((line) => line.amount))
  return [{ code: null, tax: 0, amount: credit }]
}

function couponLine(coupon: Coupon, currency: string, language: Language): BasketLine[] {
  const priceOne = toMinorUnits(coupon.amount, currency)
  if (priceOne <= 0) return []
  const name = texts[language].discount
  const desc = limitText(coupon.code ? `${name} ${coupon.code}` : name)
  return [{ item_type: "coupon", desc, quantity: 1, priceOne, tax: coupon.tax }]
}
