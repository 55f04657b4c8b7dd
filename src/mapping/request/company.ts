import { LIMITS } from "./limits"
import { limitText } from "./text"

/** What people type who have no company, lower case, letters and blanks only. */
const NONE = new Set([
  // German
  ...["privat", "private", "privater", "privatperson", "privatkunde", "privatkundin"],
  ...["privathaushalt", "privatadresse", "privat person", "kein", "keine", "keiner", "keins"],
  ...["keine firma", "kein unternehmen", "keine angabe", "keine angaben", "k a", "ka", "nein"],
  ...["ohne", "ohne firma", "ohne angabe", "nichts", "nicht vorhanden", "nicht zutreffend"],
  ...["entfällt", "entfaellt", "n v", "nv", "n z", "leer", "firma", "unternehmen"],
  // English
  ...["none", "no", "no company", "nope", "nil", "null", "undefined", "n a", "na"],
  ...["not applicable", "not available", "private person", "private individual", "individual"],
  ...["private customer", "personal", "empty", "company", "x", "xx", "xxx"],
])

/**
 * The company of an address. What only says that there is none, such as "-", "privat" or "n/a", is
 * none: a company keeps methods for consumers away from the customer.
 *
 * @returns "" where there is none
 */
export function toCompany(text: string | null | undefined): string {
  const company = limitText(text, LIMITS.company)
  return isNone(company) ? "" : company
}

function isNone(company: string): boolean {
  const words = company.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const said = words.join(" ")
  return said === "" ? !/[1-9]/.test(company) : !/\d/.test(company) && NONE.has(said)
}
