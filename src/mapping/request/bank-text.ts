import { transliterate } from "transliteration"
import type { Language } from "../words/language"
import { limitText } from "./text"

const GERMAN = { ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue", ß: "ss", ẞ: "SS" }
const MARKS = { "&": "+", _: "-", "[": "(", "]": ")", "{": "(", "}": ")", "…": "...", "—": "-" }
const QUOTES = Object.fromEntries(Array.from(`"„“”‟«»‹›‚‘’‛\`´′″`, (mark) => [mark, "'"]))

/** What is written, and the words that it stands for. Longer ones first. */
type Meanings = [written: string, words: string][]

const SIGNS: Meanings = [
  ["½", "1/2"],
  ["¼", "1/4"],
  ["¾", "3/4"],
  ["US$", "USD"],
  ["AU$", "AUD"],
  ["CA$", "CAD"],
  ["NZ$", "NZD"],
  ["HK$", "HKD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["$", "USD"],
  ["¥", "JPY"],
  ["₹", "INR"],
  ["₺", "TRY"],
  ["₴", "UAH"],
  ["₪", "ILS"],
  ["₩", "KRW"],
  ["₽", "RUB"],
]

const MEANINGS: Record<Language, Meanings> = {
  de: [
    ...SIGNS,
    ["¢", "Cent"],
    ["%", "Prozent"],
    ["‰", "Promille"],
    ["§§", "Paragrafen"],
    ["§", "Paragraf"],
    ["°", "Grad"],
    ["#", "Nr."],
    ["№", "Nr."],
    ["@", "(at)"],
    ["″", "Zoll"],
  ],
  en: [
    ...SIGNS,
    ["¢", "cents"],
    ["%", "percent"],
    ["‰", "per mille"],
    ["§§", "sections"],
    ["§", "section"],
    ["°", "degrees"],
    ["#", "No."],
    ["№", "No."],
    ["@", "(at)"],
    ["″", "inch"],
  ],
}

/**
 * Writes a text with the characters that every bank in Europe takes: a-z A-Z 0-9 / - ? : ( ) . , ' +
 * and space. Currency signs, percent, paragraphs and quotes keep their meaning; other scripts are
 * transliterated, umlauts the German way; what has no counterpart is left out.
 *
 * @param limit characters
 * @see https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/sepa-requirements-extended-character-set-unicode-subset-best (EPC217-08)
 */
export function toBankText(text: string, limit: number, language: Language): string {
  const replace = Object.entries({ ...GERMAN, ...MARKS, ...QUOTES })
  const latin = transliterate(inWords(limitText(text), language), { replace, unknown: "" })
  return limitText(onlyBankCharacters(latin), limit)
}

/** "5€" → "5 EUR", "20%-Aktion" → "20 Prozent-Aktion"; a dollar inside a word is an S ("Ke$ha"). */
function inWords(text: string, language: Language): string {
  const narrow = text.replace(/[\uFF01-\uFF5E\uFFE0-\uFFE6]/g, (wide) => wide.normalize("NFKC"))
  const named = narrow.replace(/(?<=\p{L})\$(?=\p{L})/gu, "S").replace(LONE_INCH, "$1″")
  return MEANINGS[language].reduce(
    (said, [written, words]) =>
      said.split(written).reduce((left, right) => join(left, words, right)),
    named,
  )
}

/** The only double quote of a text, behind a number. */
const LONE_INCH = /^([^"]*\d)"(?=[^"]*$)/

/** A word needs a blank beside another word; a sign needed none. */
function join(left: string, words: string, right: string): string {
  const before = /[\p{L}\p{N}.,]$/u.test(left) ? " " : ""
  const after = /^[\p{L}\p{N}]/u.test(right) ? " " : ""
  return `${left}${before}${words}${after}${right}`
}

/** A slash may neither begin nor end the text, nor stand beside another one. */
function onlyBankCharacters(latin: string): string {
  return latin
    .replace(/[^a-zA-Z0-9/\-?:().,'+ ]+/g, " ")
    .replace(/\/[\s/]*\//g, "/")
    .replace(/^[\s/:-]+|[\s/]+$/g, "")
}
