const DAY_MS = 24 * 60 * 60_000
const DEFAULT_DAYS = 30
/** A payment that is younger may still be on its way into the books. */
const YOUNG_MS = 15 * 60_000

export const USAGE =
  "Arguments: [from=2026-01-01] [to=2026-02-01T00:00:00Z] [csv]; or -- [--from …] [--to …] [--csv]"

export interface AuditWish {
  /** ISO times; `to` is not included. */
  from: string
  to: string
  csv: boolean
}

/**
 * Reads the script's arguments: `from=…`, `to=…`, `csv`, each also with two dashes before it.
 *
 * @returns null when an argument is not known or no date
 */
export function parseAuditArguments(args: string[], now: Date): AuditWish | null {
  const known = new Map<string, string>()
  for (const [name, value] of pairs(args)) {
    if (!NAMES.has(name) || (name === "csv") !== (value === "")) return null
    known.set(name, value)
  }
  const to = dateOf(known.get("to"), now.getTime() - YOUNG_MS)
  const from = dateOf(known.get("from"), (to ?? now).getTime() - DEFAULT_DAYS * DAY_MS)
  if (!from || !to || from >= to) return null
  return { from: from.toISOString(), to: to.toISOString(), csv: known.has("csv") }
}

const NAMES: ReadonlySet<string> = new Set(["from", "to", "csv"])

/** `--from x`, `--from=x` and `from=x` are the same. */
function pairs(args: string[]): [string, string][] {
  const words = args
    .join(" ")
    .replace(/(^|\s)--(from|to)\s+/g, "$1$2=")
    .split(/\s+/)
  return words.filter(Boolean).map((word) => {
    const [name = "", ...rest] = word.replace(/^--/, "").split("=")
    return [name, rest.join("=")]
  })
}

function dateOf(text: string | undefined, otherwise: number): Date | null {
  const date = new Date(text ?? otherwise)
  return Number.isNaN(date.getTime()) ? null : date
}
