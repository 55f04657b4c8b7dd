import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { CartAdjustment, CartItem, CartShippingMethod } from "../cart"

/** Gross amounts in unrounded major units, and the tax rate in percent, of one line of the cart. */
export interface GrossLine {
  /** With tax, before discounts. */
  total: BigNumberInput
  /** The summed rate of all tax lines, in percent; may be fractional. */
  rate: BigNumberInput
  discounts: GrossDiscount[]
}

export interface GrossDiscount {
  code: string | null
  /** With tax. */
  amount: BigNumberInput
}

type Taxed = Pick<CartItem, "is_tax_inclusive" | "tax_lines" | "adjustments">

/** @see `getLineItemTotals` of @medusajs/utils: the same sums, kept per promotion code. */
export function grossItem(item: CartItem): GrossLine {
  return grossLine(MathBN.mult(item.unit_price, item.quantity), item)
}

export function grossShipping(method: CartShippingMethod): GrossLine {
  return grossLine(method.amount, method)
}

function grossLine(price: BigNumberInput, line: Taxed): GrossLine {
  const rate = MathBN.sum(...(line.tax_lines ?? []).map((tax) => tax.rate))
  const factor = MathBN.add(1, MathBN.div(rate, 100))
  return {
    total: line.is_tax_inclusive ? price : MathBN.mult(price, factor),
    rate,
    discounts: (line.adjustments ?? []).map((adjustment) => ({
      code: adjustment.code ?? null,
      amount: grossAdjustment(adjustment, factor),
    })),
  }
}

function grossAdjustment(adjustment: CartAdjustment, factor: BigNumberInput): BigNumberInput {
  return adjustment.is_tax_inclusive ? adjustment.amount : MathBN.mult(adjustment.amount, factor)
}

/** secuconnect takes whole percents: half up. */
export function wholePercent(rate: BigNumberInput): number {
  return MathBN.convert(rate).decimalPlaces(0, 4).toNumber()
}
