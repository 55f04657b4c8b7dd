import type { Finding, Weight } from "./compare"
import type { Recording } from "./redact"

/** What `verify` found out. */
export interface Report {
  /** Base URL of the host. */
  host: string
  /** When it began, ISO 8601. */
  at: string
  /** Names of all steps that were played. */
  steps: string[]
  /** Methods that the contract offers. */
  methods: string[]
  findings: Finding[]
  /** What a person was asked for, and what came of it. */
  notes: string[]
  recordings: Recording[]
}

const HEADS: Record<Weight, string> = {
  grave: "The plugin would not work with this",
  differs: "Differs from what the sandbox says",
  note: "More than is expected",
}
const WEIGHTS: readonly Weight[] = ["grave", "differs", "note"]

/** The worst weight among the findings, null when there are none. */
export const worst = (findings: readonly Finding[]): Weight | null =>
  WEIGHTS.find((weight) => findings.some((finding) => finding.weight === weight)) ?? null

/** The report for people. */
export function toMarkdown(report: Report): string {
  const { findings } = report
  return [
    `# secuconnect, verified`,
    "",
    `- Host: ${report.host}`,
    `- Time: ${report.at}`,
    `- Methods of the contract: ${report.methods.join(", ") || "none"}`,
    `- Steps played: ${report.steps.length}`,
    "",
    findings.length === 0
      ? "**No difference** between the host, the sandbox and what the plugin reads."
      : `**${findings.length} differences**, the same ones put together below.`,
    ...WEIGHTS.flatMap((weight) => chapter(weight, findings)),
    ...list("What was seen", report.notes),
    ...list("Steps", report.steps),
    "",
  ].join("\n")
}

function chapter(weight: Weight, all: readonly Finding[]): string[] {
  const findings = all.filter((finding) => finding.weight === weight)
  if (findings.length === 0) return []
  const rows = [...grouped(findings)].map(
    ([, [first, ...more]]) =>
      `| \`${cell(first.place)}\` | ${cell(first.expected)} | ${cell(first.found)} | ${cell(stepsOf([first, ...more]))} |`,
  )
  return [
    "",
    `## ${HEADS[weight]}`,
    "",
    "| where in the answer | the sandbox | the host | steps |",
    "| --- | --- | --- | --- |",
    ...rows,
  ]
}

type Group = [Finding, ...Finding[]]

/** The same difference at many steps is one line. */
function grouped(findings: readonly Finding[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.place, finding.expected, finding.found])
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return groups
}

const SHOWN = 3

function stepsOf(findings: readonly Finding[]): string {
  const steps = findings.map(({ step }) => step)
  const more = steps.length - SHOWN
  return steps.slice(0, SHOWN).join("; ") + (more > 0 ? ` and ${more} more` : "")
}

const cell = (text: string) => text.replace(/[|\r\n]/g, " ").slice(0, 200)

const list = (head: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : ["", `## ${head}`, "", ...lines.map((line) => `- ${line}`)]
