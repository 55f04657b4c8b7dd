/** What a spreadsheet may begin a formula with, also in its full-width form, behind what is not seen. */
const FORMULA = /^[\p{Z}\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u

/** A text that spreadsheets would run as a formula, with an apostrophe in front. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}
