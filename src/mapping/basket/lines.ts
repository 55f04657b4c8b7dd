import { MathBN } from "@medusajs/framework/utils"
import type { BasketProduct } from "../../secuconnect"
import type { CartItem, CartShippingMethod } from "../cart"
import { toMinorUnits } from "../currency"
import { limitText } from "../text"
import { grossItem, grossShipping, wholePercent } from "./totals"

/** A line before it is numbered. */
export type BasketLine = Omit<BasketProduct, "id">

/** An article of the cart: one line, or two when its total does not divide by the quantity. */
export function articleLines(item: CartItem, currency: string): BasketLine[] {
  const { total, rate } = grossItem(item)
  const line = {
    item_type: "article",
    desc: articleName(item),
    tax: wholePercent(rate),
    reference_id: item.id,
    ...(item.variant_sku ? { articleNumber: limitText(item.variant_sku) } : {}),
    ...(item.variant_barcode ? { ean: limitText(item.variant_barcode) } : {}),
  } as const
  const quantity = MathBN.convert(item.quantity)
  const minor = toMinorUnits(total, currency)
  if (!quantity.isInteger()) {
    const desc = limitText(`${quantity.toString()} × ${line.desc}`)
    return [{ ...line, desc, quantity: 1, priceOne: minor }]
  }
  return divide(minor, quantity.toNumber()).map((part) => ({ ...line, ...part }))
}

/**
 * Splits a total into whole unit prices: 1000 for 3 → 2 × 333 and 1 × 334.
 *
 * @param total minor units
 */
function divide(total: number, quantity: number): { quantity: number; priceOne: number }[] {
  const low = Math.floor(total / quantity)
  const dearer = total - low * quantity
  const parts = [
    { quantity: quantity - dearer, priceOne: low },
    { quantity: dearer, priceOne: low + 1 },
  ]
  return parts.filter((part) => part.quantity > 0)
}

/** The shipping method's price; a method that costs nothing is no line. */
export function shippingLines(method: CartShippingMethod, currency: string): BasketLine[] {
  const { total, rate } = grossShipping(method)
  const priceOne = toMinorUnits(total, currency)
  if (priceOne === 0) return []
  const desc = limitText(method.name) || "Shipping"
  const reference_id = method.id
  return [
    { item_type: "shipping", desc, quantity: 1, priceOne, tax: wholePercent(rate), reference_id },
  ]
}

/** Product and variant as the storefront shows them; "default" and "standard" say nothing. */
function articleName(item: CartItem): string {
  const product = limitText(item.product_title ?? item.title)
  const variant = limitText(item.variant_title)
  const telling = variant && variant !== product && !/^(default|standard)\b/i.test(variant)
  return limitText(telling ? `${product} ${variant}` : product) || item.variant_sku || item.id
}
