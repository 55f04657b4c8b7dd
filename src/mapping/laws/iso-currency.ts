import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

/**
 * Currencies whose smallest unit is not the hundredth, by ISO 4217 (list one). The audit has a table of
 * its own: what the plugin converts with is what is audited.
 *
 * @see https://www.six-group.com/en/products-services/financial-information/data-standards.html
 */
const OTHER_EXPONENTS: ReadonlyMap<string, number> = new Map([
  ..."BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
    .split(" ")
    .map((code) => [code, 0] as const),
  ..."BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3] as const),
  ..."CLF UYW".split(" ").map((code) => [code, 4] as const),
])

/** How many decimals a currency has by ISO 4217. */
export function isoExponent(currency_code: string): number {
  return OTHER_EXPONENTS.get(currency_code.toUpperCase()) ?? 2
}

/** Major units, or a sum of them, to minor units; rounded once, half up. */
export function toMinor(
  amounts: BigNumberInput | readonly BigNumberInput[],
  currency_code: string,
): number {
  return rounded(sumOf(amounts), isoExponent(currency_code))
}

/** The same with as many decimals as are given. */
export function rounded(amount: BigNumberInput, exponent: number): number {
  const exact = MathBN.convert(amount).shiftedBy(exponent)
  return exact.decimalPlaces(CALCULATED_DECIMALS, HALF_UP).decimalPlaces(0, HALF_UP).toNumber()
}

/** Further decimals of a smallest unit come from dividing by tax rates: 1435.49999999999999999 is 1435.5. */
const CALCULATED_DECIMALS = 10

// bignumber.js: "rounds towards nearest neighbour; if equidistant, away from zero".
const HALF_UP = 4

function sumOf(amounts: BigNumberInput | readonly BigNumberInput[]): BigNumberInput {
  return isList(amounts) ? MathBN.sum(0, ...amounts) : amounts
}

function isList(
  amounts: BigNumberInput | readonly BigNumberInput[],
): amounts is readonly BigNumberInput[] {
  return Array.isArray(amounts)
}

/** Exact: digits are moved, nothing is calculated. */
export function decimal(minor: number, currency_code: string): string {
  const exponent = isoExponent(currency_code)
  const sign = minor < 0 ? "-" : ""
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0")
  const whole = digits.slice(0, digits.length - exponent)
  return exponent === 0 ? sign + digits : `${sign}${whole}.${digits.slice(-exponent)}`
}
