import { runScript, type ScriptRun } from "../support/run-script"

export type AuditRun = ScriptRun

/** Runs the audit's script. */
export const runAudit = (env: Record<string, string>, ...args: string[]): Promise<AuditRun> =>
  runScript("audit", env, ...args)

/** Codes of the laws that are broken and of which nobody was told, each once. */
export function brokenLaws({ text }: AuditRun): string[] {
  const [, section = ""] = text.split(/^Broken laws \(\d+\):$/m)
  const [lines = ""] = section.split("\n\n")
  const codes = [...lines.matchAll(/^ {2}\S+ (?:\(\w+\) )?(\w+): /gm)].map(([, code = ""]) => code)
  return [...new Set(codes)].toSorted()
}
