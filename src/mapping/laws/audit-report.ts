import type { KnownCase, Violation } from "./audit-case"
import { decimal } from "./iso-currency"
import { withoutFormula } from "../words/formula"
import { lawOf } from "./laws"

/** Checkouts that were not compared, because the shop uses another secuconnect by now. */
export interface Elsewhere {
  base_url: string
  count: number
  /** Of them, those that have an order and can still change. */
  unfinished: number
}

/** What an audit found. `unreadable`: checkouts of which secuconnect told nothing. */
export interface AuditResult {
  from: string
  to: string
  /** Checkouts that were compared. */
  checked: number
  violations: Violation[]
  known: KnownCase[]
  unreadable: { reference: string; cause: string }[]
  /** By host. */
  elsewhere: Elsewhere[]
}

/** Whether something of what the audit is for could not be looked at. */
export function isPartial({ unreadable, elsewhere }: AuditResult): boolean {
  return unreadable.length > 0 || elsewhere.some(({ unfinished }) => unfinished > 0)
}

/** For people: every broken law in two lines, then what is known, then the sum of it. */
export function toText(result: AuditResult): string {
  const { violations, known, unreadable, elsewhere } = result
  return [
    `Books from ${result.from} to ${result.to}: ${result.checked} checkouts compared.`,
    ...section(`Broken laws (${violations.length})`, violations.flatMap(violationLines)),
    ...section(`Known, not counted (${known.length})`, known.map(knownLine)),
    ...section(
      `Could not be read (${unreadable.length})`,
      unreadable.map(({ reference, cause }) => `${reference}: ${cause}`),
    ),
    ...elsewhere.map(tellElsewhere),
    verdict(result),
  ].join("\n")
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `  ${line}`), ""]
}

function violationLines(violation: Violation): string[] {
  const { code, found, expected } = violation
  const { broken, todo } = lawOf(code)
  const amounts = `${amountOf(violation, found)}, expected ${amountOf(violation, expected)}`
  return [`${where(violation)} ${code}: ${broken}: ${amounts}`, `  ${todo}.`]
}

function knownLine(known: KnownCase): string {
  const { code, attention, found } = known
  return `${where(known)} ${code}: ${lawOf(code).broken}: ${amountOf(known, found)} (${attention})`
}

function where({ reference, order_id }: Violation): string {
  return order_id ? `${reference} (${order_id})` : reference
}

function tellElsewhere({ base_url, count, unfinished }: Elsewhere): string {
  const are = count === 1 ? "checkout at" : "checkouts at"
  const were = count === 1 ? "was" : "were"
  const left = `${unfinished} of them with an order that nobody checks any more`
  return `${count} ${are} ${base_url} ${were} not compared${unfinished > 0 ? `, ${left}` : ""}: the shop uses another secuconnect now.`
}

function verdict(result: AuditResult): string {
  const { violations } = result
  if (violations.length > 0) return `The books do not balance: ${violations.length} broken laws.`
  return isPartial(result)
    ? "No difference in what could be read."
    : "The books balance: no difference."
}

const HEAD = [
  ...["list", "reference", "order_id", "law", "currency", "expected", "found"],
  ...["attention", "text", "what_to_do"],
]

/** For spreadsheets: a head and one line per finding. Amounts in major units with a point. */
export function toCsv({ violations, known, unreadable, elsewhere }: AuditResult): string {
  const rows = [
    HEAD,
    ...violations.map((violation) => row("violation", violation, "")),
    ...known.map((violation) => row("known", violation, violation.attention)),
    ...unreadable.map(({ reference, cause }) => {
      return ["unreadable", reference, "", "", "", "", "", "", cause, ""]
    }),
    ...elsewhere.map((found) => {
      return [
        "elsewhere",
        ...["", "", "", ""],
        "",
        String(found.count),
        "",
        tellElsewhere(found),
        "",
      ]
    }),
  ]
  return rows.map((cells) => cells.map(cell).join(",")).join("\n")
}

function row(list: string, violation: Violation, attention: string): string[] {
  const { reference, order_id, code, currency_code } = violation
  const { broken, todo, counts } = lawOf(code)
  const amounts = [violation.expected, violation.found].map((number) =>
    counts ? String(number) : decimal(number, currency_code),
  )
  const words = [reference, order_id ?? "", code, currency_code]
  return [list, ...words, ...amounts, attention, broken, todo]
}

const NUMBER = /^-?\d+(\.\d+)?$/

/** Quoted where it must be; a cell that a spreadsheet would take for a formula is defused. */
function cell(text: string): string {
  const safe = NUMBER.test(text) ? text : withoutFormula(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function amountOf({ code, currency_code }: Violation, number: number): string {
  if (lawOf(code).counts) return String(number)
  return `${decimal(number, currency_code)} ${currency_code.toUpperCase()}`
}
