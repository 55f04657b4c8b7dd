import { startDatabaseServer } from "../support/database-server"
import { timeMapping } from "./mapping"
import { measure, openBench, type Bench } from "./payments"
import { countRequests } from "./requests"
import { describe, percentile, table, type Series } from "./stats"

const ROUNDS = Number(process.argv[2] ?? 200)

/** What the plugin may cost on top of `pp_system_default`, at p50 in milliseconds. */
const LIMITS = { session: 30, authorized: 20 }

function extra(ours: Series, system: Series): number {
  return percentile(ours.samples, 0.5) - percentile(system.samples, 0.5)
}

function show(title: string, bench: Bench): void {
  const { ours, system } = bench
  const rows = [ours.session, system.session, ours.completion, system.completion]
  const captures = [ours.capture, system.capture]
  const measured = [...rows, ...captures].filter(({ samples }) => samples.length > 0)
  console.log(`\n${title}\n\n${table(measured.map(describe))}`)
}

function verdict(what: string, value: number, limit: number): boolean {
  const ok = value <= limit
  console.log(`${ok ? "ok  " : "OVER"}  ${what}: ${value.toFixed(1)}, limit ${limit}`)
  return ok
}

/** Big carts: pure computation, without a store. */
async function benchMapping(): Promise<boolean[]> {
  await timeMapping(1_000, 100)
  const thousand = await timeMapping(1_000, 200)
  const tenThousand = await timeMapping(10_000, 30)
  console.log("\nMapping a cart to a request\n")
  return [
    verdict("1,000 lines, ms", thousand, 20),
    verdict("10,000 lines, times as long", tenThousand / thousand, 12),
  ]
}

async function main(): Promise<void> {
  const verdicts = await benchMapping()
  const server = await startDatabaseServer()
  try {
    const manual = await openBench(server, "manual")
    const authorized = await measure(manual, { rounds: ROUNDS, capture: "manual", latency: 0 })
    show("Authorised at checkout, no latency", authorized)
    const slow = await measure(manual, { rounds: ROUNDS, capture: "manual", latency: 100 })
    show("Starting a session with 100 ms of latency", slow)
    await manual.stop()

    const automatic = await openBench(server, "automatic")
    console.log(`\nRequests to secuconnect\n\n${table(await countRequests(automatic))}`)
    show(
      "Captured at checkout, beside a plain capture of the core",
      await measure(automatic, { rounds: ROUNDS, capture: "automatic", latency: 0 }),
    )
    await automatic.stop()

    console.log("")
    const { ours, system } = authorized
    verdicts.push(
      verdict("a session, ms more", extra(ours.session, system.session), LIMITS.session),
      verdict(
        "a completion, ms more",
        extra(ours.completion, system.completion),
        LIMITS.authorized,
      ),
      verdict(
        "a session at 100 ms of latency, ms more",
        extra(slow.ours.session, slow.system.session),
        100 + LIMITS.session,
      ),
    )
  } finally {
    await server.stop()
  }
  process.exitCode = verdicts.every(Boolean) ? 0 : 1
}

void main()
