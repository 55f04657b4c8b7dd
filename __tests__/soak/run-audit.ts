import { execFile } from "node:child_process"
import path from "node:path"

import { REPOSITORY } from "../support/repository"

export interface AuditRun {
  code: number
  /** What the script printed. */
  text: string
}

/** Runs the audit's script as a merchant does: in a process of its own, with the store's environment. */
export async function runAudit(env: Record<string, string>, ...args: string[]): Promise<AuditRun> {
  const cli = path.join(REPOSITORY, "node_modules", "@medusajs", "cli", "cli.js")
  const { PATH = "", HOME = "", XDG_CONFIG_HOME = "" } = process.env
  const options = {
    cwd: REPOSITORY,
    env: { PATH, HOME, XDG_CONFIG_HOME, LOG_LEVEL: "error", ...env },
    maxBuffer: 64 * 1024 * 1024,
  }
  return await new Promise((resolve) => {
    const command = [cli, "exec", "./src/scripts/audit.ts", ...args]
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : error ? 1 : 0
      resolve({ code, text: `${stdout}${stderr}` })
    })
  })
}

/** Codes of the laws that are broken and of which nobody was told, each once. */
export function brokenLaws({ text }: AuditRun): string[] {
  const [, section = ""] = text.split(/^Broken laws \(\d+\):$/m)
  const [lines = ""] = section.split("\n\n")
  const codes = [...lines.matchAll(/^ {2}\S+ (?:\(\w+\) )?(\w+): /gm)].map(([, code = ""]) => code)
  return [...new Set(codes)].toSorted()
}
