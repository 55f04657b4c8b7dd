import { currencyExponent } from "../words/currency"
import { ISO_4217 } from "../words/iso-4217"

/** An amount that somebody may have meant, in the minor units of some currencies. */
export interface AmountGuess {
  minor: number
  /** Lower case. `except`: of every currency but these. */
  currencies: { only: string[] } | { except: string[] }
}

const USUAL_EXPONENT = 2
const GERMAN = /^\d{1,3}(\.\d{3})+(,\d+)?$/
const ENGLISH = /^\d{1,3}(,\d{3})+(\.\d+)?$/
const PLAIN = /^\d+([.,]\d+)?$/

/**
 * What may be meant by an amount that a person has typed: "31,90", "31.90", "1.234,50 €". With
 * "1.234" both one thousand and one and a bit are possible, and both are looked for.
 */
export function guessAmounts(text: string): AmountGuess[] {
  const typed = text.replace(/[\s€$£]|eur|chf|usd|gbp/gi, "")
  if (typed.length > 15) return []
  const readings = new Set([
    ...(PLAIN.test(typed) ? [typed.replace(",", ".")] : []),
    ...(GERMAN.test(typed) ? [typed.replaceAll(".", "").replace(",", ".")] : []),
    ...(ENGLISH.test(typed) ? [typed.replaceAll(",", "")] : []),
  ])
  return [...readings].flatMap((reading) => inCurrencies(reading))
}

function inCurrencies(major: string): AmountGuess[] {
  const odd = oddCurrencies()
  const usual = toMinor(major, USUAL_EXPONENT)
  const others = [...odd].flatMap(([exponent, only]) => {
    const minor = toMinor(major, exponent)
    return minor === null ? [] : [{ minor, currencies: { only } }]
  })
  const except = [...odd.values()].flat()
  return usual === null ? others : [{ minor: usual, currencies: { except } }, ...others]
}

/** Moves the point without calculating; null when the currency has fewer decimals. */
function toMinor(major: string, exponent: number): number | null {
  const [whole = "", decimals = ""] = major.split(".")
  const needed = decimals.replace(/0+$/, "")
  if (needed.length > exponent) return null
  const minor = Number(whole + needed.padEnd(exponent, "0"))
  return Number.isSafeInteger(minor) ? minor : null
}

/** Currencies that do not have two decimals, by how many they have. */
function oddCurrencies(): Map<number, string[]> {
  const groups = new Map<number, string[]>()
  for (const code of listOdd()) {
    const exponent = currencyExponent(code)
    groups.set(exponent, [...(groups.get(exponent) ?? []), code])
  }
  return groups
}

function listOdd(): string[] {
  return [...ISO_4217].flatMap(([code, exponent]) => (exponent === USUAL_EXPONENT ? [] : [code]))
}
