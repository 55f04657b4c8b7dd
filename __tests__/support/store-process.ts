import { type ChildProcess, spawn } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

import { answers } from "../../demo/src/answers"
import { forgetProcess, noteProcess } from "./left-overs"
import { REPOSITORY } from "./repository"
import { noteStoreLog } from "./store-logs"

export interface StoreCommand {
  port: number
  /** Everything that the store finds in its environment besides what a process needs to run. */
  env: Record<string, string>
  /** Folder of the `medusa-config.js`. */
  cwd: string
  logFile: string
  /** Where processes are noted, see `left-overs.ts`. */
  runFolder: string
  /** It goes on after the end of whoever has started it, until somebody ends the run's left-overs. */
  outlives: boolean
}

const START_MS = 120_000
const STOP_MS = 10_000
const TAIL_LINES = 60

/** Room for young objects: collecting them takes a tenth of a store's time otherwise. */
const NODE_OPTIONS = ["--max-semi-space-size=64"]

/** Variables without which programs do not start. Proxies are left out on purpose. */
const INHERITED = ["PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR", "LANG", "USER", "SystemRoot"]

/** `medusa start` as a process of its own, whose output is appended to a file. */
export class StoreProcess {
  private child: ChildProcess | undefined
  private ended: Promise<string> = Promise.resolve("not started")

  constructor(private readonly command: StoreCommand) {
    noteStoreLog(command.logFile)
  }

  /** @throws Error with the end of the log when the store ends or does not answer within 120 s */
  async start(): Promise<void> {
    const how = this.launch()
    const health = `http://localhost:${this.command.port}/health`
    const deadline = Date.now() + START_MS
    while (!(await answers(health))) {
      const end = await Promise.race([how, sleep(100, undefined)])
      if (end !== undefined) throw this.failure(`ended (${end})`)
      if (Date.now() > deadline) throw this.failure("did not answer in time")
    }
  }

  /** Starts the store and waits for its end, for a start that must fail. Gives how it ended. */
  async runToEnd(): Promise<string> {
    const how = this.launch()
    const end = await Promise.race([how, sleep(START_MS, undefined, { ref: false })])
    if (end === undefined) throw this.failure("still runs")
    return end
  }

  /** Asks the store to end, and kills it if it does not. */
  async stop(): Promise<void> {
    this.signal("SIGTERM")
    const inTime = await Promise.race([this.ended, sleep(STOP_MS, undefined, { ref: false })])
    if (inTime === undefined) await this.kill()
  }

  /** Ends the store without any warning, as a crash does. */
  async kill(): Promise<void> {
    this.signal("SIGKILL")
    await this.ended
  }

  get pid(): number | undefined {
    return this.child?.pid
  }

  log(): string {
    return readFileSync(this.command.logFile, "utf8")
  }

  private launch(): Promise<string> {
    const { port, env, cwd, logFile, runFolder, outlives } = this.command
    mkdirSync(path.dirname(logFile), { recursive: true })
    const log = openSync(logFile, "a")
    const cli = path.join(REPOSITORY, "node_modules", "@medusajs", "cli", "cli.js")
    const args = [...NODE_OPTIONS, cli, "start", "--port", String(port)]
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...inherited(), ...env },
      detached: true,
      stdio: ["ignore", log, log],
    })
    closeSync(log)
    this.child = child
    if (outlives) child.unref()
    else process.once("exit", this.killNow)
    if (child.pid !== undefined) {
      noteProcess(runFolder, { pid: child.pid, mark: `start --port ${port}` })
    }
    this.ended = new Promise((resolve) => {
      child.once("error", (error) => resolve(error.message))
      child.once("close", (code, signal) => {
        process.removeListener("exit", this.killNow)
        if (child.pid !== undefined) forgetProcess(runFolder, child.pid)
        resolve(`code ${String(code ?? signal)}`)
      })
    })
    return this.ended
  }

  private signal(name: NodeJS.Signals): void {
    const { child } = this
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    try {
      process.kill(-child.pid, name)
    } catch {
      // It has ended between the look and the signal.
    }
  }

  private readonly killNow = () => this.signal("SIGKILL")

  private failure(what: string): Error {
    const tail = this.log().trimEnd().split("\n").slice(-TAIL_LINES).join("\n")
    return new Error(`The store ${what}. ${this.command.logFile} says:\n${tail}`)
  }
}

function inherited(): Record<string, string> {
  const entries = INHERITED.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}
