import path from "node:path"

import { answers } from "./answers"
import type { Processes } from "./processes"
import type { Settings } from "./settings"

/**
 * Starts the pretend secuconnect, as `npm start -w sandbox` does. It keeps its transactions in a
 * file, so that they last as long as the store's orders.
 */
export function startSandbox(processes: Processes, settings: Settings): Promise<void> {
  const { root, folder, host, urls } = settings
  const cli = path.join(root, "sandbox", "src", "cli.ts")
  const options = [
    "--host",
    host,
    "--port",
    new URL(urls.sandbox).port,
    "--state-file",
    path.join(folder, "sandbox.json"),
  ]
  return processes.start(
    { name: "sandbox", file: process.execPath, args: ["--import", "tsx", cli, ...options] },
    () => answers(urls.sandbox),
  )
}
