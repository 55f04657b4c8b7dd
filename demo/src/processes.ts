import { type ChildProcess, spawn } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

export interface Command {
  /** Names the log file, and the process in messages. */
  name: string
  file: string
  args: string[]
  env?: NodeJS.ProcessEnv
  /** Runs as this user; only root may ask for it. */
  user?: { uid: number; gid: number } | undefined
  /** The signal that asks the process to end in order. SIGTERM unless given. */
  stopSignal?: NodeJS.Signals
}

interface Running {
  command: Command
  child: ChildProcess
  ended: Promise<string>
}

const PATIENCE_MS = 10_000
const POLL_MS = 100

/**
 * The demo's child processes. Each is the leader of a process group of its own, so that Ctrl-C
 * reaches only the demo, which then ends them one after the other, the last one first.
 */
export class Processes {
  private readonly running: Running[] = []
  private stopping = false

  constructor(
    private readonly folder: string,
    private readonly onUnexpectedEnd: (error: Error) => void,
  ) {}

  /** Runs a command to its end. Rejects with the end of its output if it fails. */
  async run(command: Command): Promise<void> {
    const started = this.launch(command)
    const how = await started.ended
    this.running.splice(this.running.indexOf(started), 1)
    if (how !== "code 0") throw this.failure(command, how)
  }

  /** Starts a server and waits until `isReady` says so. Rejects if it ends before that. */
  async start(
    command: Command,
    isReady: (log: string) => boolean | Promise<boolean>,
  ): Promise<void> {
    const started = this.launch(command)
    const state: { how?: string } = {}
    void started.ended.then((how) => {
      state.how = how
    })
    while (!(await isReady(this.readLog(command)))) {
      if (state.how !== undefined) throw this.failure(command, state.how)
      await sleep(POLL_MS)
    }
    void started.ended.then((how) => {
      if (!this.stopping) this.onUnexpectedEnd(this.failure(command, how))
    })
  }

  /** Ends all processes; one that does not end in order within ten seconds is killed. */
  async stop(): Promise<void> {
    this.stopping = true
    for (const { command, child, ended } of this.running.toReversed()) {
      signalGroup(child, command.stopSignal ?? "SIGTERM")
      const inTime = await Promise.race([ended, sleep(PATIENCE_MS, undefined, { ref: false })])
      if (inTime === undefined) signalGroup(child, "SIGKILL")
    }
  }

  private launch(command: Command): Running {
    if (this.stopping) throw new Error("The demo is being stopped.")
    mkdirSync(path.dirname(this.logFile(command)), { recursive: true })
    const log = openSync(this.logFile(command), "w")
    const child = spawn(command.file, command.args, {
      env: command.env ?? process.env,
      detached: true,
      stdio: ["ignore", log, log],
      ...command.user,
    })
    closeSync(log)
    const ended = new Promise<string>((resolve) => {
      child.once("error", (error) => resolve(error.message))
      child.once("close", (code, signal) => resolve(`code ${String(code ?? signal)}`))
    })
    const started = { command, child, ended }
    this.running.push(started)
    return started
  }

  private failure(command: Command, how: string): Error {
    const lines = this.readLog(command).trimEnd().split("\n").slice(-20)
    const text = lines.map((line) => `    ${line}`).join("\n")
    return new Error(`${command.name} ended (${how}). ${this.logFile(command)} says:\n${text}`)
  }

  private logFile(command: Command): string {
    return path.join(this.folder, "logs", `${command.name}.log`)
  }

  private readLog(command: Command): string {
    try {
      return readFileSync(this.logFile(command), "utf8")
    } catch {
      return ""
    }
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The process has ended between the look and the signal.
  }
}
