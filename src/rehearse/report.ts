import type { Violation } from "../mapping/laws/audit-case"
import { lawOf } from "../mapping/laws/laws"
import type { Played } from "./stage"
import { gapLine } from "./refused"
import { REPORT_TEXTS, type ReportText } from "./report-texts"
import type { Gap } from "./shop"
import type { Left } from "./tidy-up"
import { KIND_TEXTS, SKIP_TEXTS, TROUBLE_TEXTS, type Language } from "./texts"

/** What a rehearsal has shown. */
export interface Rehearsal {
  /** The mark in the metadata of its carts and orders. */
  mark: string
  at: string
  /** Regions and sales channels. */
  places: string[]
  codes: string[]
  /** Regions that could not be rehearsed, and why. */
  gaps: Gap[]
  /** Whether the contract's methods are known; all methods of the plugin were played otherwise. */
  isContractKnown: boolean
  played: Played[]
  /** Laws of the audit that do not hold. */
  violations: Violation[]
  /** What could not be canceled and archived. */
  left: Left[]
}

/** How many checkouts went as they should, of how many that were played. */
export function scoreOf({ played }: Rehearsal): { good: number; of: number } {
  const tried = played.filter(({ skipped }) => skipped === null)
  return { good: tried.filter(isGood).length, of: tried.length }
}

const isGood = ({ trouble, skipped }: Played) => trouble === null && skipped === null

/** Whether something was played, and everything went as it should. */
export function isClean(rehearsal: Rehearsal): boolean {
  const { good, of } = scoreOf(rehearsal)
  return of > 0 && good === of && rehearsal.violations.length === 0
}

/** The report, first in German, then in English. */
export const toMarkdown = (rehearsal: Rehearsal): string =>
  [...inLanguage(rehearsal, "de"), "", "---", "", ...inLanguage(rehearsal, "en"), ""].join("\n")

function inLanguage(rehearsal: Rehearsal, language: Language): string[] {
  const say = (text: ReportText) => REPORT_TEXTS[text][language]
  const { played, places, codes, at, isContractKnown } = rehearsal
  const { good, of } = scoreOf(rehearsal)
  return [
    `# ${say("title")}`,
    "",
    say("score").replace("{good}", String(good)).replace("{of}", String(of)),
    "",
    `- ${say("time")}: ${at}`,
    `- ${say("places")}: ${places.map(plain).join("; ")}`,
    ...(codes.length > 0 ? [`- ${say("codes")}: ${codes.map(plain).join(", ")}`] : []),
    ...(isContractKnown ? [] : [`- ${say("contract")}`]),
    ...section(say("works"), works(played, language)),
    ...section(say("fails"), fails(played, language)),
    ...section(say("audit"), audited(rehearsal, language)),
    ...section(say("omitted"), omitted(rehearsal, language)),
    ...section(say("stays"), stays(rehearsal, language)),
  ]
}

const section = (title: string, lines: string[]) =>
  lines.length > 0 ? ["", `## ${title}`, "", ...lines] : []

function works(played: readonly Played[], language: Language): string[] {
  const rows = new Map<string, number>()
  for (const { kind, method } of played.filter(isGood)) {
    const row = `| ${KIND_TEXTS[kind][language]} | ${method} |`
    rows.set(row, (rows.get(row) ?? 0) + 1)
  }
  if (rows.size === 0) return [REPORT_TEXTS.nothing[language]]
  const lines = [...rows].map(([row, count]) => `${row} ${count} |`)
  return [REPORT_TEXTS.head[language], "| --- | --- | --- |", ...lines]
}

function fails(played: readonly Played[], language: Language): string[] {
  const failed = played.flatMap((one) => (one.trouble ? [{ ...one, ...one.trouble }] : []))
  if (failed.length === 0) return [REPORT_TEXTS.nothing[language]]
  const codes = [...new Set(failed.map(({ code }) => code))]
  return [
    REPORT_TEXTS.fail_head[language],
    "| --- | --- | --- | --- | --- | --- |",
    ...failed.map((one) => {
      const { kind, method, articles, place, order_id, cart_id, detail, code } = one
      const where = order_id ?? cart_id ?? ""
      const what = KIND_TEXTS[kind][language]
      const why = detail || TROUBLE_TEXTS[code][language].replace(/[.:].*$/, ".")
      return `| ${[what, method, articles, place, where, why].map(cell).join(" | ")} |`
    }),
    "",
    `**${REPORT_TEXTS.look[language]}**`,
    "",
    ...codes.map((code) => `- ${TROUBLE_TEXTS[code][language]}`),
  ]
}

function audited({ violations }: Rehearsal, language: Language): string[] {
  if (violations.length === 0) return [REPORT_TEXTS.balanced[language]]
  return violations.map(({ reference, order_id, code }) => {
    const { broken, todo } = lawOf(code)
    return `- ${reference}${order_id ? ` (${order_id})` : ""}: ${broken} ${todo}`
  })
}

/** What was left out, and how often for the same reason. */
function omitted({ played, gaps }: Rehearsal, language: Language): string[] {
  const rows = new Map<string, number>()
  for (const { method, skipped } of played) {
    if (!skipped) continue
    const row = `- ${method}: ${SKIP_TEXTS[skipped][language]}`
    rows.set(row, (rows.get(row) ?? 0) + 1)
  }
  return [
    ...gaps.map((gap) => `- ${plain(gapLine(gap, language))}`),
    ...[...rows].map(([row, count]) => `${row} (${count} ×)`),
  ]
}

function stays({ played, mark, left }: Rehearsal, language: Language): string[] {
  const orders = played.flatMap(({ order_id }) => order_id ?? [])
  const away = orders.filter((id) => !left.some((one) => one.id === id)).length
  const text = REPORT_TEXTS.put_away[language]
  return [
    text.replace("{orders}", String(away)).replace("{mark}", mark),
    ...left.map(({ id, cause }) => `- ${id}: ${plain(cause)}`),
  ]
}

const LONGEST = 300

/** Texts of the shop, in one line. */
const plain = (text: string) => text.replace(/\s+/g, " ").slice(0, LONGEST)

const cell = (text: string) => plain(text).replace(/\|/g, "\\|")
