import { parseArgs } from "node:util"
import { assignDefined } from "./assign-defined"
import { startSandbox } from "./start-sandbox"
import type { SandboxOptions } from "./options"
import { messageOf } from "./message-of"

const help = `A pretend secuconnect over real HTTP.

  npm start -w sandbox -- [options]

  --port <number>          port, 9100 by default
  --host <address>         address to listen on, 127.0.0.1 by default
  --public-url <url>       where a browser reaches the sandbox, if not there
  --state-file <path>      keep the state over a restart
  --client-id <id>         OAuth client id, the guide's test client by default
  --client-secret <secret> OAuth client secret
  --contract <id>          contract, the guide's by default
  --template <id>          checkout template; repeatable
  --methods <a,b,c>        contracted payment methods, all by default
  --terse                  leave out of reads what the documented examples leave out
  --latency <ms>           every API answer takes at least this long
  --truth-delay <ms>       reads are this far behind the shopper
  --token-lifetime <s>     lifetime of an access token, 1200 by default
  --help                   this text
`

const text = { type: "string" } as const
const flag = { type: "boolean" } as const

function readFlags() {
  return parseArgs({
    options: {
      port: text,
      host: text,
      "public-url": text,
      "state-file": text,
      "client-id": text,
      "client-secret": text,
      contract: text,
      template: { type: "string", multiple: true },
      methods: text,
      terse: flag,
      latency: text,
      "truth-delay": text,
      "token-lifetime": text,
      help: flag,
    },
  }).values
}

function toOptions(flags: ReturnType<typeof readFlags>): SandboxOptions {
  return assignDefined<SandboxOptions>(
    {},
    {
      port: count("--port", flags.port) ?? 9100,
      host: flags.host,
      publicUrl: flags["public-url"]?.replace(/\/+$/, ""),
      stateFile: flags["state-file"],
      clientId: flags["client-id"],
      clientSecret: flags["client-secret"],
      contractId: flags.contract,
      templateIds: flags.template,
      methods: flags.methods?.split(",").map((name) => name.trim()),
      terse: flags.terse,
      latencyMs: count("--latency", flags.latency),
      truthDelayMs: count("--truth-delay", flags["truth-delay"]),
      tokenLifetimeSeconds: count("--token-lifetime", flags["token-lifetime"]),
    },
  )
}

function count(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d+$/.test(value)) throw new Error(`${name} needs a whole number, not "${value}".`)
  return Number(value)
}

async function main(): Promise<void> {
  const flags = readFlags()
  if (flags.help) {
    console.log(help)
    return
  }
  const sandbox = await startSandbox(toOptions(flags))
  console.log(`secuconnect sandbox: ${sandbox.url} (control page, API, hosted page)`)
  const stop = (): void => {
    void sandbox.close().then(() => process.exit(0))
  }
  process.once("SIGINT", stop)
  process.once("SIGTERM", stop)
}

main().catch((error: unknown) => {
  console.error(messageOf(error))
  process.exit(1)
})
