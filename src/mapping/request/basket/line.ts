import type { BasketProduct } from "../../../secuconnect"

/** A line of the basket before it is numbered. Prices in minor units. */
export type BasketLine = Omit<BasketProduct, "id">

/** Sum of a basket in minor units; coupons have a positive price and are subtracted. */
export function sumOf(lines: BasketLine[]): number {
  return lines.reduce((sum, line) => {
    const total = line.priceOne * line.quantity
    return line.item_type === "coupon" ? sum - total : sum + total
  }, 0)
}
