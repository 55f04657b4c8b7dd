import type { Check, CheckState } from "./connection"
import { DOCTOR_TEXTS } from "./doctor-texts"

export interface DoctorReport {
  /** One line for each result. */
  text: string
  /** Nothing keeps customers from paying: warnings may be there. */
  is_fit: boolean
}

const HEADS: Readonly<Record<CheckState, string>> = {
  ok: "ok     ",
  warning: "warning",
  error: "ERROR  ",
  unknown: "unknown",
}

/**
 * Says how a shop is set up and connected, for a developer at a shell.
 *
 * @param problems with the set-up, each of several lines, see `setupProblems`
 */
export function doctorReport(problems: readonly string[], checks: readonly Check[]): DoctorReport {
  const errors = problems.length + checks.filter(({ state }) => state === "error").length
  const lines = [
    ...problems.map((problem) => `${HEADS.error} ${problem}`),
    ...checks.map((check) => `${HEADS[check.state]} ${inWords(check)}`),
    errors === 0 ? "Customers can pay with secuconnect." : `To be mended: ${String(errors)}.`,
  ]
  return { text: lines.join("\n"), is_fit: errors === 0 }
}

function inWords({ code, detail }: Check): string {
  const text = DOCTOR_TEXTS[code] ?? code
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => told(detail[name])).trimEnd()
}

function told(value: Check["detail"][string] | undefined): string {
  return Array.isArray(value) ? value.join(", ") : String(value ?? "")
}
