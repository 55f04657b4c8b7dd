import type { Language } from "../words/language"
import type { PaymentRow } from "./payment-row"
import type { PaymentState } from "./payment-state"

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

const HEADERS = {
  de: [
    "Begonnen",
    "Bestellung",
    "Status",
    "Zahlungsart",
    "Betrag",
    "Übrig bei secuconnect",
    "Währung",
    "Referenz",
    "Smart Transaction",
    "Zahlungen",
    "TA-Code",
    "Hinweis",
    "Demo",
    "Letzte Nachricht",
  ],
  en: [
    "Begun",
    "Order",
    "State",
    "Method",
    "Amount",
    "Left at secuconnect",
    "Currency",
    "Reference",
    "Smart Transaction",
    "Payments",
    "TA code",
    "Attention",
    "Demo",
    "Last news",
  ],
} as const satisfies Record<Language, string[]>

const STATES: Record<Language, Record<PaymentState, string>> = {
  de: {
    not_started: "nicht gestartet",
    unclear: "unklar",
    open: "noch nicht bezahlt",
    waiting: "wartet auf die Überweisung",
    authorized: "reserviert",
    paid: "bezahlt",
    partly_refunded: "teilweise erstattet",
    refunded: "erstattet",
    failed: "fehlgeschlagen",
    cancelled: "storniert",
    unknown: "wird geprüft",
  },
  en: {
    not_started: "not started",
    unclear: "unclear",
    open: "not paid yet",
    waiting: "waiting for the transfer",
    authorized: "reserved",
    paid: "paid",
    partly_refunded: "partly refunded",
    refunded: "refunded",
    failed: "failed",
    cancelled: "cancelled",
    unknown: "being checked",
  },
}

/** The first line of the file, with the byte order mark. */
export function csvHead(language: Language): string {
  return BYTE_ORDER_MARK + toLine([...HEADERS[language]], language)
}

/** One payment as a line of the file. Times are UTC, as Excel reads them: 2026-11-24 15:05:00. */
export function csvLine(row: PaymentRow, language: Language): string {
  const { decimal } = DIALECTS[language]
  const money = (amount: number | null) =>
    amount === null ? "" : String(amount).replace(".", decimal)
  const cells = [
    time(row.created_at),
    text(row.order?.display_id ?? row.order?.id),
    STATES[language][row.state],
    text(row.method),
    money(row.amount),
    money(row.effective_amount),
    row.currency_code.toUpperCase(),
    text(row.reference),
    text(row.stx_id),
    text(row.payment_ids.join(" ")),
    text(row.trans_id),
    text(row.attention),
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

/** A text that spreadsheets would run as a formula gets an apostrophe in front. */
function text(value: string | number | null | undefined): string {
  const cell = String(value ?? "")
  return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
}

function time(moment: Date | null): string {
  return moment === null ? "" : moment.toISOString().slice(0, 19).replace("T", " ")
}
