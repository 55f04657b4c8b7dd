import { startDatabaseServer, type DatabaseServer } from "../support/database-server"
import { timeMapping } from "./mapping"
import { measure, openBench, type Bench } from "./payments"
import { comparePages, extraOf } from "./payments-page"
import { countRequests } from "./requests"
import { describe, percentile, table, type Series } from "./stats"

const ROUNDS = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 200)
const PAGE_ROUNDS = 31

/**
 * At p50 in milliseconds: what the plugin may cost on top of `pp_system_default`, and what a page of
 * 100,000 payments may take longer than one of 100.
 */
const LIMITS = { session: 30, authorized: 20, page: 50 }

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

/** What a payment costs beside the system provider. */
async function benchCheckout(server: DatabaseServer): Promise<boolean[]> {
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
  return [
    verdict("a session, ms more", extra(ours.session, system.session), LIMITS.session),
    verdict("a completion, ms more", extra(ours.completion, system.completion), LIMITS.authorized),
    verdict(
      "a session at 100 ms of latency, ms more",
      extra(slow.ours.session, slow.system.session),
      100 + LIMITS.session,
    ),
  ]
}

/** The payments page of a shop with many payments, beside one with few. */
async function benchPaymentsPage(server: DatabaseServer): Promise<boolean[]> {
  const compared = await comparePages(server, Math.min(ROUNDS, PAGE_ROUNDS))
  const rows = compared.map((one) => ({
    what: one.what,
    "100: p50 ms": percentile(one.few.samples, 0.5).toFixed(1),
    "100,000: p50 ms": percentile(one.many.samples, 0.5).toFixed(1),
    more: extraOf(one).toFixed(1),
  }))
  console.log(`\nThe payments page with 100 and with 100,000 payments\n\n${table(rows)}\n`)
  const slowest = compared.toSorted((a, b) => extraOf(b) - extraOf(a))[0]
  return slowest
    ? [verdict(`slowest, "${slowest.what}", ms more`, extraOf(slowest), LIMITS.page)]
    : [false]
}

const PARTS = { mapping: benchMapping, checkout: benchCheckout, payments: benchPaymentsPage }

/** `npm run bench -- payments 20`: one part, twenty rounds. Without a name: every part. */
async function main(): Promise<void> {
  const named = Object.entries(PARTS).filter(([name]) => process.argv.includes(name))
  const chosen = named.length > 0 ? named : Object.entries(PARTS)
  const server = await startDatabaseServer()
  const verdicts: boolean[] = []
  try {
    for (const [, bench] of chosen) verdicts.push(...(await bench(server)))
  } finally {
    await server.stop()
  }
  process.exitCode = verdicts.every(Boolean) ? 0 : 1
}

void main()
