import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { Cart, PaymentSource } from "../cart"
import { toMinorUnits } from "../../words/currency"
import type { Language } from "../../words/language"
import { limitText } from "../text"
import { texts } from "../../words/texts"
import { discountsOfItem, discountsOfShipping, type GrossDiscount } from "./gross"
import type { BasketLine } from "./line"

interface Coupon {
  desc: string
  tax: number
  /** Gross, in unrounded major units. */
  amount: BigNumberInput
}

/**
 * The discounts of the cart: one line per promotion and tax rate, whatever they were given on. Their
 * price is positive, secuconnect subtracts it.
 *
 * @see https://developer.secuconnect.com/integration/Create_the_Smart_Transaction_for_Webshops.html
 */
export function couponLines(
  cart: Cart,
  { automatic_codes, language }: Pick<PaymentSource, "automatic_codes"> & { language: Language },
): BasketLine[] {
  const automatic = new Set(automatic_codes)
  const coupons = new Map<string, Coupon>()
  for (const { code, tax, amount } of discountsOfCart(cart)) {
    const name = code && !automatic.has(code) ? ` ${code}` : ""
    const key = `${String(tax)}${name}`
    const coupon = coupons.get(key)
    if (coupon) coupon.amount = MathBN.add(coupon.amount, amount)
    else coupons.set(key, { desc: `${texts[language].discount}${name}`, tax, amount })
  }
  return [...coupons.values(), credit(cart, language)].flatMap((coupon) =>
    couponLine(coupon, cart.currency_code),
  )
}

function discountsOfCart({ items, shipping_methods }: Cart): GrossDiscount[] {
  return [...items.flatMap(discountsOfItem), ...shipping_methods.flatMap(discountsOfShipping)]
}

/** Gift cards and store credit: money that was taxed before, so without tax. */
function credit(cart: Cart, language: Language): Coupon {
  const amount = MathBN.sum(...cart.credit_lines.map((line) => line.amount))
  return { desc: texts[language].credit, tax: 0, amount }
}

function couponLine({ desc, tax, amount }: Coupon, currency: string): BasketLine[] {
  const priceOne = toMinorUnits(amount, currency)
  if (priceOne === 0) return []
  return [{ item_type: "coupon", desc: limitText(desc), quantity: 1, priceOne, tax }]
}
