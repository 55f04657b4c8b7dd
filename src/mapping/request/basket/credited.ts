import type { Language } from "../../words/language"
import { texts } from "../../words/texts"
import { limitText } from "../text"
import type { BasketLine } from "./line"

/**
 * A line below zero, a returned deposit say: secuconnect takes no negative prices, so it is a coupon
 * with the same tax whose text says what it is. A discount below zero stays what it is.
 */
export function credited(line: BasketLine, language: Language): BasketLine {
  if (line.priceOne >= 0 || line.item_type === "coupon") return line
  const desc = limitText(`${texts[language].credited}: ${line.desc}`)
  return { ...line, item_type: "coupon", desc, priceOne: -line.priceOne }
}
