import { execFile } from "node:child_process"
import path from "node:path"

import { REPOSITORY } from "./repository"

export interface ScriptRun {
  code: number
  /** What the script printed. */
  text: string
}

/** Runs one of the plugin's scripts as a merchant does: in a process of its own, with the store's environment. */
export async function runScript(
  name: string,
  env: Record<string, string>,
  ...args: string[]
): Promise<ScriptRun> {
  const cli = path.join(REPOSITORY, "node_modules", "@medusajs", "cli", "cli.js")
  const { PATH = "", HOME = "", XDG_CONFIG_HOME = "" } = process.env
  const options = {
    cwd: REPOSITORY,
    env: { PATH, HOME, XDG_CONFIG_HOME, LOG_LEVEL: "error", ...env },
    maxBuffer: 64 * 1024 * 1024,
  }
  return await new Promise((resolve) => {
    const command = [cli, "exec", `./src/scripts/${name}.ts`, ...args]
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : error ? 1 : 0
      resolve({ code, text: `${stdout}${stderr}` })
    })
  })
}
