import type { Language } from "../words/language"
import { CSV_ATTENTIONS, CSV_HEADERS, CSV_STATES } from "./csv-texts"
import { withoutFormula } from "../words/formula"
import type { PaymentRow } from "./payment-row"

/**
 * For Excel, which goes by the country it is set to: German wants semicolons and decimal commas. It
 * takes UTF-8 only for what begins with a byte order mark.
 */
const DIALECTS = {
  de: { separator: ";", decimal: "," },
  en: { separator: ",", decimal: "." },
} as const satisfies Record<Language, { separator: string; decimal: string }>

const BYTE_ORDER_MARK = "\uFEFF"
const END = "\r\n"

/** The first line of the file, with the byte order mark. */
export function csvHead(language: Language): string {
  return BYTE_ORDER_MARK + toLine([...CSV_HEADERS[language]], language)
}

/** One payment as a line of the file. Times are UTC, as Excel reads them: 2026-11-24 15:05:00. */
export function csvLine(row: PaymentRow, language: Language): string {
  const { decimal } = DIALECTS[language]
  const money = (amount: number | null) =>
    amount === null ? "" : String(amount).replace(".", decimal)
  const cells = [
    time(row.created_at),
    text(row.order?.display_id ?? row.order?.id),
    CSV_STATES[language][row.state],
    text(row.method),
    money(row.amount),
    money(row.effective_amount),
    text(row.currency_code.toUpperCase()),
    text(row.reference),
    text(row.stx_id),
    text(row.payment_ids.join(" ")),
    text(row.trans_id),
    row.attention === null ? "" : CSV_ATTENTIONS[language][row.attention],
    row.is_demo ? "x" : "",
    time(row.checked_at),
  ]
  return toLine(cells, language)
}

function toLine(cells: string[], language: Language): string {
  return cells.map(quote).join(DIALECTS[language].separator) + END
}

/** Always in quotes: whatever the separator is, a cell stays a cell. */
function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}

function text(value: string | number | null | undefined): string {
  return withoutFormula(String(value ?? ""))
}

function time(moment: Date | null): string {
  return moment === null ? "" : moment.toISOString().slice(0, 19).replace("T", " ")
}
