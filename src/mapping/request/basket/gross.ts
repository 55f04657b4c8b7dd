import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { CartItem, CartShippingMethod } from "../cart"

/** One line of the cart with tax, in unrounded major units. */
export interface GrossLine {
  /** Before discounts. */
  total: BigNumberInput
  /** The summed rate of all its tax lines, in whole percent. */
  tax: number
  discounts: GrossDiscount[]
}

export interface GrossDiscount {
  code: string | null
  amount: BigNumberInput
}

interface Taxed extends Pick<CartItem, "is_tax_inclusive" | "tax_lines"> {
  adjustments: Adjustment[]
}

interface Adjustment {
  code?: string | null | undefined
  amount: BigNumberInput
  is_tax_inclusive?: boolean
}

/**
 * An article without a quantity has no discounts either.
 *
 * @see `getLineItemTotals` of @medusajs/utils: the same sums, kept apart per promotion.
 */
export function grossItem(item: CartItem): GrossLine {
  const line = grossLine(MathBN.mult(item.unit_price, item.quantity), item)
  return MathBN.eq(item.quantity, 0) ? { ...line, discounts: [] } : line
}

export function grossShipping(method: CartShippingMethod): GrossLine {
  return grossLine(method.amount, method)
}

function grossLine(price: BigNumberInput, line: Taxed): GrossLine {
  const rate = MathBN.sum(...line.tax_lines.map((tax) => tax.rate))
  const factor = MathBN.add(1, rate.shiftedBy(-2))
  return {
    total: line.is_tax_inclusive ? price : MathBN.mult(price, factor),
    tax: wholePercent(rate),
    discounts: line.adjustments.map((adjustment) => ({
      code: adjustment.code ?? null,
      amount: grossAdjustment(adjustment, factor),
    })),
  }
}

function grossAdjustment(adjustment: Adjustment, factor: BigNumberInput): BigNumberInput {
  return adjustment.is_tax_inclusive ? adjustment.amount : MathBN.mult(adjustment.amount, factor)
}

/**
 * secuconnect documents whole percents only: 8.1 is sent as 8, 25.5 as 26 (half up). The prices are
 * gross, so no amount depends on it.
 */
function wholePercent(rate: BigNumberInput): number {
  return MathBN.convert(rate).decimalPlaces(0, 4).toNumber()
}
