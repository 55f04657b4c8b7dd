import { execFileSync, spawn } from "node:child_process"
import { chmodSync, existsSync, mkdtempSync, readFileSync } from "node:fs"
import { connect } from "node:net"
import os from "node:os"
import path from "node:path"
import { z } from "zod"

import { freePort } from "../../support/free-port"
import { REPOSITORY } from "../../support/repository"
import { until } from "../../support/until"

/** A first start makes a database: a minute, several on a busy machine. */
const START_MS = 600_000

/** Each of the demo's processes has ten seconds to end in order. */
const STOP_MS = 60_000

const demoFileSchema = z.object({
  store_url: z.string(),
  storefront_url: z.string(),
  sandbox_url: z.string(),
  admin: z.object({ url: z.string(), email: z.string(), password: z.string() }),
  publishable_key: z.string(),
  region_id: z.string(),
  provider_ids: z.array(z.string()),
})

/** What the demo tells of itself in `demo.json`. */
export type DemoFile = z.infer<typeof demoFileSchema>

/** Where a demo keeps its things and listens: the same place again is the same shop again. */
export interface DemoPlace {
  folder: string
  ports: { store: number; storefront: number; sandbox: number; database: number }
  /** Another storefront that the store serves. */
  otherStorefront?: string
}

export interface RunningDemo extends DemoFile {
  /** From the command until everything answered. */
  seconds: number
  /** Sends SIGTERM to npm and waits until the last process that it has started is gone. */
  stop: () => Promise<void>
}

/** A new folder, which other users may enter (PostgreSQL does not run as root), and free ports. */
export async function newDemoPlace(): Promise<DemoPlace> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "secuconnect-demo-"))
  chmodSync(folder, 0o755)
  const [store, storefront, sandbox, database] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ]
  return { folder, ports: { store, storefront, sandbox, database } }
}

/**
 * Runs `npm run demo` until everything answers.
 *
 * @throws Error when it does not come up; what the demo has said of that goes to stderr
 */
export async function startDemo(place: DemoPlace): Promise<RunningDemo> {
  const begin = Date.now()
  const keeper = spawn(process.execPath, [path.join(__dirname, "keep-demo.mjs")], {
    cwd: REPOSITORY,
    env: environment(place),
    stdio: "pipe",
  })
  let output = ""
  for (const stream of [keeper.stdout, keeper.stderr]) {
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()))
  }
  let isOver = false
  let isWanted = true
  keeper.once("close", () => {
    isOver = true
    if (isWanted) process.stderr.write(`The demo has ended by itself:\n${output}\n`)
  })

  const file = path.join(place.folder, "demo.json")
  await until(
    "the demo",
    () => {
      if (isOver) throw new Error("The demo did not come up.")
      return existsSync(file) || undefined
    },
    START_MS,
  )
  return {
    ...demoFileSchema.parse(JSON.parse(readFileSync(file, "utf8"))),
    seconds: (Date.now() - begin) / 1000,
    async stop() {
      isWanted = false
      keeper.stdin.end()
      await until("the end of the demo", () => isOver || undefined, STOP_MS)
    },
  }
}

function environment({ folder, ports, otherStorefront }: DemoPlace): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DEMO_FOLDER: folder,
    DEMO_STORE_PORT: String(ports.store),
    DEMO_STOREFRONT_PORT: String(ports.storefront),
    DEMO_SANDBOX_PORT: String(ports.sandbox),
    DEMO_DATABASE_PORT: String(ports.database),
    ...(otherStorefront && { DEMO_STORE_CORS: otherStorefront }),
  }
}

/** What a demo has left behind: ports on which somebody answers, and processes that know its folder. */
export async function leftOvers({ folder, ports }: DemoPlace): Promise<string[]> {
  const names = await Promise.all(
    Object.entries(ports).map(async ([name, port]) => ((await answers(port)) ? [name] : [])),
  )
  const processes = execFileSync("ps", ["-A", "-o", "args="], { encoding: "utf8" })
  return [...names.flat(), ...processes.split("\n").filter((line) => line.includes(folder))]
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "localhost")
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false))
    socket.once("connect", () => socket.destroy())
  })
}
