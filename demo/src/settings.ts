import path from "node:path"
import { parseArgs } from "node:util"

/** What listens where, and the environment variable that chooses another port. */
const PORTS = [
  { name: "store", variable: "DEMO_STORE_PORT", port: 9000 },
  { name: "storefront", variable: "DEMO_STOREFRONT_PORT", port: 8000 },
  { name: "sandbox", variable: "DEMO_SANDBOX_PORT", port: 9100 },
  { name: "database", variable: "DEMO_DATABASE_PORT", port: 5499 },
] as const

type PortName = (typeof PORTS)[number]["name"]

export interface DemoPort {
  name: PortName
  variable: string
  port: number
}

export interface Settings {
  /** The repository: where `medusa-config.js` is. */
  root: string
  /** Everything the demo writes, except for the database of a root user (see `postgres-home.ts`). */
  folder: string
  /** Forget what an earlier start has left behind. */
  fresh: boolean
  ports: DemoPort[]
  /** Origins of storefronts of your own, which the store serves beside the demo's. */
  otherStorefronts: string[]
  /** What store, storefront and sandbox listen on. */
  host: string
  /** Addresses without a slash at the end. */
  urls: Record<PortName, string>
  /** Settings of PostgreSQL beside those of the demo. */
  postgres?: string[]
}

function readPort(entry: DemoPort, environment: NodeJS.ProcessEnv): DemoPort {
  const given = environment[entry.variable]
  if (given === undefined || given === "") return entry
  const port = Number(given)
  if (Number.isInteger(port) && port > 0 && port < 65536) return { ...entry, port }
  throw new Error(`${entry.variable} is "${given}". Give a port number between 1 and 65535.`)
}

/**
 * Reads what the demo may be told: four ports, the folder it writes to (`DEMO_FOLDER`, by default
 * `.demo`), origins of other storefronts (`DEMO_STORE_CORS`, with commas between), the address to listen on
 * (`DEMO_HOST`, by default `127.0.0.1`: this machine only), and the flag `--fresh`.
 *
 * @throws Error that names the variable or the flag that cannot be understood
 */
export function readSettings(args: string[], environment: NodeJS.ProcessEnv): Settings {
  const { values } = parseArgs({ args, options: { fresh: { type: "boolean", default: false } } })
  const ports = PORTS.map((entry) => readPort(entry, environment))
  const url = (name: PortName) => {
    const port = ports.find((entry) => entry.name === name)?.port
    return `http://localhost:${String(port)}`
  }
  return {
    root: process.cwd(),
    folder: path.resolve(environment["DEMO_FOLDER"] ?? ".demo"),
    fresh: values.fresh,
    ports,
    otherStorefronts: (environment["DEMO_STORE_CORS"] ?? "").split(",").filter(Boolean),
    host: environment["DEMO_HOST"] || "127.0.0.1",
    urls: {
      store: url("store"),
      storefront: url("storefront"),
      sandbox: url("sandbox"),
      database: url("database").replace("http:", "postgres:"),
    },
  }
}
