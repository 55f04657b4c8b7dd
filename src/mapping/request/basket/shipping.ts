import type { CartShippingMethod } from "../cart"
import { toMinorUnits } from "../../words/currency"
import type { Language } from "../../words/language"
import { limitText } from "../text"
import { texts } from "../../words/texts"
import type { GrossLine } from "./gross"
import type { BasketLine } from "./line"

/** A shipping method's price before discounts; one that costs nothing is no line. */
export function shippingLines(
  method: CartShippingMethod,
  gross: GrossLine,
  { currency, language }: { currency: string; language: Language },
): BasketLine[] {
  const priceOne = toMinorUnits(gross.total, currency)
  if (priceOne === 0) return []
  const desc = limitText(method.name) || texts[language].shipping
  const reference_id = method.id
  return [{ item_type: "shipping", desc, quantity: 1, priceOne, tax: gross.tax, reference_id }]
}
