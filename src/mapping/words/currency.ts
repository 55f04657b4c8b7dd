import { z } from "zod"
import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { DISPUTED, ISO_4217 } from "./iso-4217"

/** Why nothing can be charged in a currency. */
export type CurrencyProblem = "unknown" | "disputed"

/** Null where something can be charged; any case. See `ISO_4217` and `DISPUTED`. */
export function currencyProblem(currencyCode: string): CurrencyProblem | null {
  const code = currencyCode.toLowerCase()
  if (!ISO_4217.has(code)) return "unknown"
  return DISPUTED.has(code) ? "disputed" : null
}

/** For the merchant, in one line. */
export function describeCurrencyProblem(currencyCode: string, problem: CurrencyProblem): string {
  const code = currencyCode.toUpperCase()
  return problem === "unknown"
    ? `${code} is no currency of ISO 4217.`
    : `In ${code} nothing is charged: ISO 4217, CLDR and Medusa disagree about its decimals, and ` +
        "secuconnect does not document which it means. Ask secupay, and tell us."
}

/**
 * How many decimals a currency has: EUR 2, JPY 0, KWD 3; any case.
 *
 * @throws RangeError when ISO 4217 does not know the code
 */
export function currencyExponent(currencyCode: string): number {
  const exponent = ISO_4217.get(currencyCode.toLowerCase())
  if (exponent === undefined) throw new RangeError("This is no currency of ISO 4217.")
  return exponent
}

/** A currency's code, or what keeps its own exponent: a row of the ledger. */
export type Currency = string | { currency_exponent: number }

function exponentOf(currency: Currency): number {
  return typeof currency === "string" ? currencyExponent(currency) : currency.currency_exponent
}

/**
 * Medusa's unrounded major units to integer minor units: the one rounding, half up (away from zero).
 *
 * @param amount major units, in any shape that Medusa hands out (58.873 or `{ value: "58.873" }`)
 * @returns minor units (5887)
 * @throws RangeError when the amount is not a finite number
 */
export function toMinorUnits(amount: BigNumberInput, currency: Currency): number {
  const scaled = exactMinorUnits(amount, currency)
  if (scaled.isInteger()) return scaled.toNumber()
  if (!scaled.isFinite()) throw new RangeError("The amount is not a number.")
  return scaled
    .decimalPlaces(NOISE_DECIMALS, ROUND_HALF_UP)
    .decimalPlaces(0, ROUND_HALF_UP)
    .toNumber()
}

/**
 * What lies behind these decimals of a minor unit is noise: Medusa takes taxes out of a gross price
 * and adds them again, so that 14.355 comes as 14.3549999999999999999936 from one of its calculations,
 * and rounded to 20 digits from its database. Both must be the same cents.
 */
const NOISE_DECIMALS = 10

/** The same without rounding: 58.873 → 5887.3. */
function exactMinorUnits(amount: BigNumberInput, currency: Currency) {
  return MathBN.mult(amount, 10 ** exponentOf(currency))
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
