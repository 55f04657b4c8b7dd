import { LIMITS } from "./limits"

/** A street as secuconnect wants it: the number apart, where that is the custom. */
export interface Street {
  street: string
  street_number?: string
}

const NUMBER_AFTER_STREET = new Set(["DE", "AT", "CH", "LI"])

/** Not a street at all, wherever it stands in the line. */
const POST_BOX =
  /(?:packstation|paket(?:station|shop|box)|postfiliale|abholstation|my ?post ?24|postlagernd|poste restante)|(?:^|[\s,])(?:postfach|pf|p\.? ?o\.? ?box|case postale|cp|casella postale)(?![\p{L}-])/iu

/** A building instead of a street: "Haus 7 Hinterhof", "Block 4", "Lager 2". */
const BUILDING =
  /^(?:haus|halle|block|geb(?:äude|\.)|parzelle|objekt|wohnung|whg\.?|tor|lager(?:halle)?|rampe|raum|zimmer|büro|etage|stiege|top|app(?:\.|artement)?|apartment|apt\.?|eingang|aufgang|container|stellplatz)\s*\d/iu

/** Somebody who takes the mail in: a number behind the name may be anything. */
const CARE_OF =
  /℅|(?:^|[\s,;(])(?:c\s?[/.]\s?o\b\.?|z\.? ?h(?:d|än?d(?:en|s))?\.|p\.? ?a\.|bei (?:fa(?:m(?:ilie|\.)|\.)|herrn?|frau)\b)/iu

/** "Straße des 8. Mai 1945": the year belongs to the name. */
const DATE =
  /\d\.? ?(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember) (?:1[5-9]|20)\d\d$/iu

const NO_STREET = [POST_BOX, BUILDING, CARE_OF, DATE]

/** Says nothing without the number behind it: "Straße 12" is the street's whole name. */
const BARE_WORD = /^(?:str(?:\.|aße|asse)?|weg|(?:haus-?)?(?:nr|nummer)\.?|hnr\.?|no\.?|№|#)$/iu

/** Streets that end in a number: Mannheim's squares, numbered streets, roads by their number. */
const NUMBERED_STREET =
  /^(?:[a-u] ?[1-7]|(?:str(?:\.|aße|asse)|weg|reihe|allee|block) ?\d+|(?:.*[\s-])?[abkl] ?\d+)$/iu

const NO_LETTER = String.raw`(?![\p{L}\p{M}])`
const LABEL = String.raw`(?:(?:haus-?)?(?:nr|nummer)\.?\s?|hnr\.?\s?|no\.\s?|№\s?|#\s?)`
const SUFFIX = String.raw`(?:\.\d{1,2})?(?:\s?[½¼¾]|\s1/[2-4])?(?:\s?(?:bis|ter|quater|[a-z])${NO_LETTER})?`
const PART = String.raw`(?:\d{1,4}${SUFFIX}|[a-z]{1,2}\d{0,3}${NO_LETTER})`
const BETWEEN = String.raw`\s?(?:[-–—/+&]|bis|und|u\.)\s?`
const UNIT_WORDS =
  "og|obergeschoss|eg|erdgeschoss|dg|dachgeschoss|ug|untergeschoss|stock|stockwerk|etage|étage|" +
  "stiege|stg|top|türe?|wohnung|whg|app|appartement|apartment|apt|zimmer|zi|raum|büro|" +
  "haus|gebäude|geb|block|halle|tor|aufgang|eingang|hinterhaus|hh|vorderhaus|vh|hinterhof|" +
  "seitenflügel|rückgebäude|gartenhaus|links|rechts|mitte|hinten|vorne?"
const UNIT = String.raw`(?:\s*[,/(–-]\s*|\s+)(?:\d{1,2}(?:\.|er|e|ème)?\s?)?(?:${UNIT_WORDS})(?!-)${NO_LETTER}.*`
const STREET_WORD = "str|stra[sß]s?e|weg|platz|gasse|allee|ring|damm|ufer"
const MORE_UNITS = "parzelle|lager(?:halle)?|rampe|box|klingel|container|stellplatz|garage|gleis"
const ENDS_IN_UNIT = new RegExp(
  String.raw`(?:[,\d]\.?\s*|(?:${STREET_WORD})\.?\s+)(?:${UNIT_WORDS}|${MORE_UNITS})\.?$`,
  "iu",
)
const GAP = String.raw`(?:\s*,\s*|\s+|(?<=\.|${STREET_WORD}))`
const ARTICLE = String.raw`(?:^|[\s-])(?:de[mnrs]|die|das|a[mn]|zu[mr]?|beim?|i[mn]|auf|unter|vo[mnr]|d\.|du|des?|l[ae]s?|aux?)[\s-]`
const AFTER_STREET_WORD = String.raw`(?<=${STREET_WORD})`

/**
 * A number inside of a street's name that may be the house's, as in "Ringstr. 14 Lager". One that counts
 * ("17. Juni", "31-Décembre") or stands behind an article ("An den 7 Quellen") belongs to the name.
 */
const INNER_NUMBER = new RegExp(
  String.raw`(?:${AFTER_STREET_WORD}|(?<![\p{L}\p{M}\d])(?<!${ARTICLE}))\d+(?!\d|\.\s?\p{L}|-\p{L}{2})`,
  "iu",
)
const STREET_AND_NUMBER = new RegExp(
  String.raw`^(?<street>.+?)${GAP}(?<number>(?<label>${LABEL})?\d{1,4}${SUFFIX}(?:${BETWEEN}${PART})*(?:${UNIT})?)$`,
  "iu",
)

const ONLY_NUMBER = new RegExp(
  String.raw`^(?:${LABEL})?\d{1,4}${SUFFIX}(?:${BETWEEN}${PART})*$`,
  "iu",
)

/**
 * Splits "Musterstr. 11a" into street and number, for the countries that write the number behind
 * the street. Where it is not certain what the number is, and in other countries, the line stays
 * whole in `street`. Nothing is lost but a comma between the two.
 *
 * @param line clean text, see `limitText`
 * @param country ISO 3166-1 alpha-2, upper case
 */
export function splitStreet(line: string, country: string): Street {
  return (NUMBER_AFTER_STREET.has(country) && split(line)) || { street: line }
}

/**
 * The two where the number has a line of its own: "Musterstr." and "11a", in any country.
 *
 * @param line clean text, as `second`, see `limitText`
 * @returns null where the second line holds anything else, or the first may have a number
 */
export function streetOfTwoLines(line: string, second: string): Required<Street> | null {
  const street = line.replace(/\s*,$/, "")
  if (!ONLY_NUMBER.test(second)) return null
  const found = split(`${street}, ${second}`)
  return found?.street === street && found.street_number
    ? { ...found, street_number: second }
    : null
}

function split(line: string): Street | null {
  if (NO_STREET.some((pattern) => pattern.test(line))) return null
  const { street, number, label } = STREET_AND_NUMBER.exec(line)?.groups ?? {}
  if (!street || !number || !isStreet(street, label !== undefined)) return null
  return number.length <= LIMITS.street_number ? { street, street_number: number } : null
}

/**
 * Whether the number behind is the house's: not where the street has one already that may be, as in
 * "Musterstr. 5 #204".
 */
function isStreet(street: string, labelled: boolean): boolean {
  const isNumbered = NUMBERED_STREET.test(street)
  if (INNER_NUMBER.test(isNumbered ? street.replace(/ ?\d+$/, "") : street)) return false
  if (isNumbered) return true
  if (BARE_WORD.test(street) || ENDS_IN_UNIT.test(street)) return false
  if (!/\p{L}[\p{L}\p{M}]/u.test(street)) return false
  return labelled || !/\d$/.test(street)
}
