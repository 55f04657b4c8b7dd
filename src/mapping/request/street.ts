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

/** A building instead of a street: "Haus 7 Hinterhof", "Block 4". */
const BUILDING = /^(?:haus|halle|block|geb(?:äude|\.)|parzelle|objekt|wohnung|whg\.?|tor)\s*\d/iu

const NO_STREET = [POST_BOX, BUILDING]

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
const ENDS_IN_UNIT = new RegExp(String.raw`[,\d]\s*(?:${UNIT_WORDS}|parzelle)\.?$`, "iu")
const GAP = String.raw`(?:\s*,\s*|\s+|(?<=\.|str|stra[sß]s?e|weg|platz|gasse|allee|ring|damm|ufer))`
const STREET_AND_NUMBER = new RegExp(
  String.raw`^(?<street>.+?)${GAP}(?<number>(?<label>${LABEL})?\d{1,4}${SUFFIX}(?:${BETWEEN}${PART})*(?:${UNIT})?)$`,
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

function split(line: string): Street | null {
  if (NO_STREET.some((pattern) => pattern.test(line))) return null
  const { street, number, label } = STREET_AND_NUMBER.exec(line)?.groups ?? {}
  if (!street || !number || !isStreet(street, label !== undefined)) return null
  return number.length <= LIMITS.street_number ? { street, street_number: number } : null
}

/** With "Nr." in between there is no doubt which number is the house's. */
function isStreet(street: string, labelled: boolean): boolean {
  if (NUMBERED_STREET.test(street)) return true
  if (BARE_WORD.test(street) || ENDS_IN_UNIT.test(street)) return false
  if (!/\p{L}[\p{L}\p{M}]/u.test(street)) return false
  return labelled || !/\d$/.test(street)
}
