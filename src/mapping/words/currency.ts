import { z } from "zod"
import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

/** Whether the code has the shape of a currency at all: three letters. */
export function isCurrency(currencyCode: string): boolean {
  return /^[a-z]{3}$/i.test(currencyCode)
}

/**
 * How many decimals a currency has: EUR 2, JPY 0, KWD 3.
 *
 * @throws RangeError when the code is not three letters
 * @see https://tc39.es/ecma402/#sec-currencydigits (ISO 4217)
 */
export function currencyExponent(currencyCode: string): number {
  const known = exponents.get(currencyCode)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat("en", { style: "currency", currency: currencyCode })
  const exponent = format.resolvedOptions().maximumFractionDigits ?? 2
  exponents.set(currencyCode, exponent)
  return exponent
}

/** A currency's code, or what keeps its own exponent: a row of the ledger. */
export type Currency = string | { currency_exponent: number }

function exponentOf(currency: Currency): number {
  return typeof currency === "string" ? currencyExponent(currency) : currency.currency_exponent
}

// Making a formatter costs more than mapping the line that asks.
const exponents = new Map<string, number>()

/**
 * Medusa's unrounded major units to integer minor units: the one rounding, half up (away from zero).
 *
 * @param amount major units, in any shape that Medusa hands out (58.873 or `{ value: "58.873" }`)
 * @returns minor units (5887)
 * @throws RangeError when the amount is not a finite number
 */
export function toMinorUnits(amount: BigNumberInput, currency: Currency): number {
  const scaled = exactMinorUnits(amount, currency)
  if (!scaled.isFinite()) throw new RangeError("The amount is not a number.")
  return scaled.decimalPlaces(0, ROUND_HALF_UP).toNumber()
}

/** The same without rounding: 58.873 → 5887.3. */
function exactMinorUnits(amount: BigNumberInput, currency: Currency) {
  return MathBN.convert(amount).shiftedBy(exponentOf(currency))
}

const anyAmount = z.custom<BigNumberInput>()

/** Whether a value is a finite number in one of the shapes that Medusa hands out. */
export function isAmount(value: unknown): boolean {
  if (!["number", "string", "object"].includes(typeof value) || value === null) return false
  try {
    return MathBN.convert(anyAmount.parse(value)).isFinite()
  } catch {
    return false
  }
}

/** Integer minor units to major units (5887 → 58.87). */
export function toMajorUnits(minor: number, currency: Currency): number {
  return MathBN.convert(minor).shiftedBy(-exponentOf(currency)).toNumber()
}

// bignumber.js: "rounds towards nearest neighbour; if equidistant, away from zero".
const ROUND_HALF_UP = 4
