import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { CartItem, CartShippingMethod } from "../cart"

/*
 * As `getLineItemTotals` of @medusajs/utils, with the discounts kept apart per promotion. Amounts are in
 * unrounded major units. Few numbers are made per line, and none outlives it: a cart may have thousands.
 */

/** One line of the cart with tax, before discounts. */
export interface GrossLine {
  total: BigNumberInput
  /** The summed rate of all its tax lines, in whole percent. */
  tax: number
}

/** What one promotion takes off a line, with tax. */
export interface GrossDiscount {
  code: string | null
  amount: BigNumberInput
  /** Of the line, in whole percent. */
  tax: number
}

interface Taxed extends Pick<CartItem, "is_tax_inclusive" | "tax_lines"> {
  adjustments: Adjustment[]
}

interface Adjustment {
  code?: string | null | undefined
  amount: BigNumberInput
  is_tax_inclusive?: boolean
}

export function grossItem(item: CartItem): GrossLine {
  return grossLine(MathBN.mult(item.unit_price, item.quantity), item)
}

export function grossShipping(method: CartShippingMethod): GrossLine {
  return grossLine(method.amount, method)
}

function grossLine(price: BigNumberInput, line: Taxed): GrossLine {
  const rate = rateOf(line)
  return { total: line.is_tax_inclusive ? price : withTax(price, rate), tax: wholePercent(rate) }
}

/** An article without a quantity has no discounts either. */
export function discountsOfItem(item: CartItem): GrossDiscount[] {
  return item.adjustments.length === 0 || MathBN.eq(item.quantity, 0) ? [] : discountsOf(item)
}

export function discountsOfShipping(method: CartShippingMethod): GrossDiscount[] {
  return discountsOf(method)
}

function discountsOf(line: Taxed): GrossDiscount[] {
  const rate = rateOf(line)
  const tax = wholePercent(rate)
  return line.adjustments.map(({ code = null, amount, is_tax_inclusive }) => {
    return { code, tax, amount: is_tax_inclusive ? amount : withTax(amount, rate) }
  })
}

/** Percent. */
function rateOf({ tax_lines: [first, ...others] }: Taxed): BigNumberInput {
  return MathBN.add(first?.rate ?? 0, ...others.map(({ rate }) => rate))
}

/** @param rate percent */
function withTax(net: BigNumberInput, rate: BigNumberInput): BigNumberInput {
  return MathBN.mult(net, MathBN.add(1, MathBN.mult(rate, "0.01")))
}

/**
 * secuconnect documents whole percents only: 8.1 is sent as 8, 25.5 as 26 (half up). The prices are
 * gross, so no amount depends on it.
 */
function wholePercent(rate: BigNumberInput): number {
  return MathBN.convert(rate).decimalPlaces(0, 4).toNumber()
}
