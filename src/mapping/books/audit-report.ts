import type { Difference, DifferenceKind, KnownCase } from "./audit"
import { currencyExponent } from "../words/currency"

/** What an audit found. `unreadable`: checkouts of which secuconnect told nothing. */
export interface AuditResult {
  from: string
  to: string
  /** Checkouts that were compared. */
  checked: number
  differences: Difference[]
  known: KnownCase[]
  unreadable: { reference: string; cause: string }[]
}

const DIFFERENCES: Record<DifferenceKind, string> = {
  orphaned: "paid, but there is no order and nobody was told",
  not_captured: "paid, but not booked on the order",
  captured_differs: "captured in Medusa is not what was asked for",
  refunds_differ: "refunds in Medusa are not those of secuconnect",
  transactions_differ: "the order's transactions are not its captures and refunds",
  ordered_twice: "more than one order of one cart",
  paid_twice: "more than one payment of one checkout",
  captured_twice: "more than one capture of one payment",
  request_open: "the outcome of a request that moves money is open",
}

const KNOWN: Record<KnownCase["kind"], string> = {
  orphaned: "payment without order, marked",
  mismatch: "paid something else than was asked for, marked",
  kept: "payment without order, kept by decision",
  disputed: "returned debit or chargeback",
}

/** Kinds of difference that count things instead of money. */
const COUNTS: ReadonlySet<DifferenceKind> = new Set([
  "ordered_twice",
  "paid_twice",
  "captured_twice",
])

/** For people: every difference in a line, then what is known, then the sum of it. */
export function toText(result: AuditResult): string {
  const { differences, known, unreadable } = result
  return [
    `Books from ${result.from} to ${result.to}: ${result.checked} checkouts compared.`,
    ...section("Differences", differences.map(differenceLine)),
    ...section("Known, not counted", known.map(knownLine)),
    ...section(
      "Could not be read",
      unreadable.map(({ reference, cause }) => `${reference}: ${cause}`),
    ),
    verdict(result),
  ].join("\n")
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ["", `${title} (${lines.length}):`, ...lines.map(indent), ""]
}

const indent = (line: string) => `  ${line}`

function differenceLine(difference: Difference): string {
  const { reference, order_id, kind } = difference
  const [expected, found] = amountsOf(difference)
  const order = order_id ? ` (${order_id})` : ""
  return `${reference}${order}: ${DIFFERENCES[kind]}: ${found}, expected ${expected}`
}

function knownLine({ reference, order_id, kind, amount, currency_code }: KnownCase): string {
  const order = order_id ? ` (${order_id})` : ""
  return `${reference}${order}: ${KNOWN[kind]}: ${money(amount, currency_code)}`
}

function verdict({ differences, unreadable }: AuditResult): string {
  if (differences.length > 0) return `The books do not balance: ${differences.length} differences.`
  return unreadable.length > 0
    ? "No difference in what could be read."
    : "The books balance: no difference."
}

const HEAD = ["list", "reference", "order_id", "kind", "currency", "expected", "found", "text"]

/** For spreadsheets: a head and one line per finding. Amounts in major units with a point. */
export function toCsv({ differences, known, unreadable }: AuditResult): string {
  const rows = [
    HEAD,
    ...differences.map((difference) => {
      const { reference, order_id, kind, currency_code } = difference
      const amounts = COUNTS.has(kind)
        ? [difference.expected, difference.found]
        : [difference.expected, difference.found].map((minor) => decimal(minor, currency_code))
      const words = [reference, order_id ?? "", kind, currency_code]
      return ["difference", ...words, ...amounts, DIFFERENCES[kind]]
    }),
    ...known.map(({ reference, order_id, kind, currency_code, amount }) => {
      const words = [reference, order_id ?? "", kind, currency_code]
      return ["known", ...words, "", decimal(amount, currency_code), KNOWN[kind]]
    }),
    ...unreadable.map(({ reference, cause }) => {
      return ["unreadable", reference, "", "", "", "", "", cause]
    }),
  ]
  return rows.map((row) => row.map(cell).join(",")).join("\n")
}

/** Quoted where it must be; a cell that a spreadsheet would take for a formula is defused. */
function cell(value: string | number): string {
  const text = String(value)
  const safe = /^[=+@]|^-(?!\d)/.test(text) ? `'${text}` : text
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function amountsOf({ kind, expected, found, currency_code }: Difference): [string, string] {
  if (COUNTS.has(kind)) return [String(expected), String(found)]
  return [money(expected, currency_code), money(found, currency_code)]
}

function money(minor: number, currency_code: string): string {
  return `${decimal(minor, currency_code)} ${currency_code.toUpperCase()}`
}

/** Exact: digits are moved, nothing is calculated. */
function decimal(minor: number, currency_code: string): string {
  const exponent = currencyExponent(currency_code)
  const sign = minor < 0 ? "-" : ""
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0")
  const whole = digits.slice(0, digits.length - exponent)
  return exponent === 0 ? sign + digits : `${sign}${whole}.${digits.slice(-exponent)}`
}
