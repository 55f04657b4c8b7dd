import { startDatabaseServer, type DatabaseServer } from "../support/database-server"
import { timeMapping } from "./mapping"
import { measure, openBench, type Bench, type BenchWish } from "./payments"
import { comparePages, extraOf } from "./payments-page"
import { countRequests } from "./requests"
import { compareStatements } from "./statements"
import { describe, percentile, table, type Series } from "./stats"

const ROUNDS = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 200)
const PAGE_ROUNDS = 31
const SLOW_ROUNDS = 50
const LATENCY = 100

/**
 * At p50 on a quiet machine, in milliseconds and statements: what the plugin may cost on top of
 * `pp_system_default`, and what a page of 100,000 payments may take longer than one of 100.
 */
const LIMITS = {
  start: 15,
  statements: 12,
  completion: 12,
  capture: 15,
  page: 50,
  thousandLines: 8,
  tenTimesTheLines: 10.5,
}

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
  const thousand = await timeMapping(1_000, ROUNDS)
  const tenThousand = await timeMapping(10_000, Math.min(ROUNDS, 30))
  console.log("\nMapping a cart to a request\n")
  return [
    verdict("1,000 lines, ms", thousand, LIMITS.thousandLines),
    verdict("10,000 lines, times as long", tenThousand / thousand, LIMITS.tenTimesTheLines),
  ]
}

/** What a payment costs beside the system provider: its start, the completion, the capture. */
async function benchCheckout(server: DatabaseServer): Promise<boolean[]> {
  const shop = await openBench(server, "manual")
  const authorized = await measure(shop, wishOf("authorized at checkout", "manual"))
  const slow = await measure(shop, {
    ...wishOf("started at 100 ms of latency", "manual"),
    latency: LATENCY,
    rounds: Math.min(ROUNDS, SLOW_ROUNDS),
  })
  const statements = await compareStatements(shop)
  await shop.stop()
  show("Authorized at checkout, captured from the admin", authorized)
  show(`Starting a payment at ${LATENCY} ms of latency`, slow)
  console.log("")
  const { ours, system } = authorized
  return [
    verdict("a start, ms more", extra(ours.session, system.session), LIMITS.start),
    verdict("a start, statements more", statements, LIMITS.statements),
    verdict("a completion, ms more", extra(ours.completion, system.completion), LIMITS.completion),
    verdict("a capture, ms more", extra(ours.capture, system.capture), LIMITS.capture),
    verdict(
      `a start at ${LATENCY} ms of latency, ms more`,
      extra(slow.ours.session, slow.system.session),
      LATENCY + LIMITS.start,
    ),
  ]
}

/** Captured while the cart is completed, and what goes to secuconnect for it. */
async function benchCaptured(server: DatabaseServer): Promise<boolean[]> {
  const shop = await openBench(server, "automatic")
  console.log(`\nRequests to secuconnect\n\n${table(await countRequests(shop))}`)
  const { ours, system } = await measure(shop, wishOf("captured at checkout", "automatic"))
  await shop.stop()
  show("Captured at checkout, beside completion and capture with the core's provider", {
    ours,
    system,
  })
  console.log("")
  const core = percentile(system.completion.samples, 0.5) + percentile(system.capture.samples, 0.5)
  const more = percentile(ours.completion.samples, 0.5) - core
  return [verdict("a completion with its capture, ms more", more, LIMITS.completion)]
}

function wishOf(title: string, capture: BenchWish["capture"]): BenchWish {
  const tell = (progress: string) => console.error(`${title}: ${progress}`)
  return { rounds: ROUNDS, capture, latency: 0, tell }
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

const PARTS: Record<string, (server: DatabaseServer) => Promise<boolean[]>> = {
  mapping: benchMapping,
  checkout: benchCheckout,
  captured: benchCaptured,
  payments: benchPaymentsPage,
}

/** @returns the parts that are named, or all; null when a word is none */
function chosenParts(words: string[]): string[] | null {
  const names = words.filter((word) => !/^\d+$/.test(word))
  if (names.some((name) => !(name in PARTS))) return null
  return names.length > 0 ? names : Object.keys(PARTS)
}

/** `npm run bench -- payments 20`: one part, twenty rounds. Without a name: every part. */
async function main(): Promise<void> {
  const chosen = chosenParts(process.argv.slice(2))
  if (!chosen) {
    console.error(`The parts are ${Object.keys(PARTS).join(", ")}; a number is that of the rounds.`)
    process.exitCode = 2
    return
  }
  const server = await startDatabaseServer()
  const verdicts: boolean[] = []
  try {
    for (const name of chosen) {
      console.error(`${new Date().toISOString()}  ${name}`)
      verdicts.push(...((await PARTS[name]?.(server)) ?? []))
    }
  } finally {
    await server.stop()
  }
  process.exitCode = verdicts.every(Boolean) ? 0 : 1
}

void main()
