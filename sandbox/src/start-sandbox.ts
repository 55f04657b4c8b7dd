import { createServer, type Server } from "node:http"
import { createApp } from "./app"
import { Faults } from "./faults"
import { Journal } from "./journal"
import { settleLater } from "./machine/checkout"
import { OddAnswers } from "./odd-answers"
import { resolveConfig, resolveSettings, type SandboxOptions } from "./options"
import { Pushes } from "./pushes"
import type { Sandbox } from "./sandbox"
import { readStateFile, StateFile } from "./state/file"
import { State } from "./state/state"
import { Timers } from "./timers"
import { Tokens } from "./tokens"

/** Longer than clients keep idle connections, so that none is closed under a request on its way. */
const keepAliveMs = 75_000

export interface RunningSandbox {
  /** Where the API, the hosted page and the control page are, without trailing slash. */
  url: string
  port: number
  /** Stops answering, keeps what is to be kept. May be called twice. */
  close(): Promise<void>
}

/**
 * Starts a pretend secuconnect over real HTTP.
 * @throws Error when the port is taken, an option is wrong or the state file is not readable
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const settings = resolveSettings(options)
  const { state, file } = openState(options.stateFile)
  const server = createServer({ keepAliveTimeout: keepAliveMs })
  const { url, port } = await listen(server, options)
  const timers = new Timers()
  const sandbox: Sandbox = {
    config: resolveConfig(options, options.publicUrl ?? url),
    settings,
    state,
    timers,
    tokens: new Tokens(),
    journal: new Journal(),
    faults: new Faults(),
    odd: new OddAnswers(settings),
    pushes: new Pushes({ state, settings, timers }),
  }
  server.on("request", createApp(sandbox))
  resume(sandbox)
  return { url, port, close: () => close(server, sandbox, file) }
}

function resume(sandbox: Sandbox): void {
  sandbox.pushes.resume()
  for (const record of sandbox.state.smartTransactions.values()) {
    if (record.deferred) settleLater(sandbox, record)
  }
}

function openState(path: string | undefined): { state: State; file?: StateFile } {
  if (path === undefined) return { state: new State(null, () => undefined) }
  const state = new State(readStateFile(path), () => file.schedule())
  const file = new StateFile(path, () => state.snapshot())
  return { state, file }
}

function listen(server: Server, options: SandboxOptions): Promise<{ url: string; port: number }> {
  const host = options.host ?? "127.0.0.1"
  const reachable = ["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explained(error, options.port)))
    server.listen(options.port ?? 0, host, () => {
      const address = server.address()
      const port = typeof address === "object" && address ? address.port : 0
      resolve({ url: `http://${reachable}:${port}`, port })
    })
  })
}

function explained(error: Error, port: number | undefined): Error {
  if (!("code" in error) || error.code !== "EADDRINUSE") return error
  return new Error(`Port ${port ?? 0} is in use. Stop what uses it or choose another port.`)
}

async function close(server: Server, sandbox: Sandbox, file: StateFile | undefined): Promise<void> {
  sandbox.timers.clear()
  sandbox.pushes.stop()
  sandbox.faults.clear()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
  await file?.flush()
}
