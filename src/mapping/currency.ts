import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

/** Whether the code has the shape of a currency at all: three letters. */
export function isCurrency(currencyCode: string): boolean {
  return /^[a-z]{3}$/i.test(currencyCode)
}

/**
 * How many decimals a currency has: EUR 2, JPY 0, KWD 3.
 *
 * @see https://tc39.es/ecma402/#sec-currencydigits (ISO 4217)
 */
export function currencyExponent(currencyCode: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: currencyCode })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/**
 * Medusa's unrounded major units to integer minor units: the one rounding, half up.
 *
 * @param amount major units, in any shape that Medusa hands out (58.873 or `{ value: "58.873" }`)
 * @returns minor units (5887)
 * @throws RangeError when the amount is not a finite number
 */
export function toMinorUnits(amount: BigNumberInput, currencyCode: string): number {
  const scaled = MathBN.mult(amount, MathBN.exp(10, currencyExponent(currencyCode)))
  if (!scaled.isFinite()) throw new RangeError("The amount is not a number.")
  return scaled.decimalPlaces(0, ROUND_HALF_UP).toNumber()
}

/** Integer minor units to major units (5887 → 58.87). */
export function toMajorUnits(minor: number, currencyCode: string): number {
  return MathBN.div(minor, MathBN.exp(10, currencyExponent(currencyCode))).toNumber()
}

// bignumber.js: "rounds towards nearest neighbour; if equidistant, away from zero".
const ROUND_HALF_UP = 4
