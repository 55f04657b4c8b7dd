import { MathBN } from "@medusajs/framework/utils"
import type { CartItem } from "../cart"
import { toMinorUnits } from "../../words/currency"
import type { Language } from "../../words/language"
import { limitText } from "../text"
import { isGtin } from "./gtin"
import type { GrossLine } from "./gross"
import type { BasketLine } from "./line"

/** Of the basket. */
export interface Wording {
  currency: string
  language: Language
}

/**
 * An article of the cart: one line, or two when its total does not divide by the quantity. A quantity
 * stands in the text of a line of one where it is fractional, or where the price of a piece has no
 * number of minor units that comes near: 1000 at 0.0042.
 */
export function articleLines(item: CartItem, gross: GrossLine, wording: Wording): BasketLine[] {
  const quantity = MathBN.convert(item.quantity)
  const total = toMinorUnits(gross.total, wording.currency)
  if (quantity.lte(0)) return []
  const described = describe(item)
  const item_type = "article" as const
  const { tax } = gross
  if (!quantity.isInteger() || isTooCheap(total, quantity.toNumber())) {
    const count = quantity.decimalPlaces(QUANTITY_DECIMALS).toFixed()
    const desc = limitText(`${inLanguage(count, wording.language)} × ${described.desc}`)
    return [{ item_type, ...described, desc, tax, quantity: 1, priceOne: total }]
  }
  return divide(total, quantity.toNumber()).map(({ quantity, priceOne }) => {
    return { item_type, ...described, tax, quantity, priceOne }
  })
}

/** More is noise: a third is 0.333333. */
const QUANTITY_DECIMALS = 6

function inLanguage(decimal: string, language: Language): string {
  return language === "de" ? decimal.replace(".", ",") : decimal
}

/** Minor units below which a whole one more or less is another price. */
const CHEAP = 10

/** @param total minor units */
function isTooCheap(total: number, quantity: number): boolean {
  return total % quantity !== 0 && Math.abs(total) < CHEAP * quantity
}

/**
 * Splits a total into whole unit prices: 1000 for 3 → 2 × 333 and 1 × 334.
 *
 * @param total minor units; below zero for what is given back
 */
function divide(total: number, quantity: number): { quantity: number; priceOne: number }[] {
  const low = Math.floor(total / quantity)
  const dearer = total - low * quantity
  const rest = dearer > 0 ? [{ quantity: dearer, priceOne: low + 1 }] : []
  return [{ quantity: quantity - dearer, priceOne: low }, ...rest]
}

function describe(item: CartItem) {
  const sku = limitText(item.variant_sku)
  const ean = limitText(item.variant_barcode)
  return {
    desc: articleName(item) || sku || item.id,
    ...(sku ? { articleNumber: sku } : {}),
    ...(isGtin(ean) ? { ean } : {}),
    reference_id: item.id,
  }
}

/** What a variant is called that has no name of its own: "Default variant", "Standard". */
const NAMELESS = /^(default|standard)[\s-]?(variante?|title|titel|option value)?$/i

/** Product and variant as the storefront shows them. */
function articleName(item: CartItem): string {
  const product = limitText(item.product_title) || limitText(item.title)
  const variant = limitText(item.variant_title)
  const telling = variant && variant !== product && !NAMELESS.test(variant)
  return telling ? limitText(`${product} ${variant}`) : product
}
