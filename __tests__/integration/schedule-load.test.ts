import { readFileSync } from "node:fs"
import { z } from "zod"

import { sharedShop, type SharedShop } from "../support/shared-shop"
import { until } from "../support/until"

const ROWS = 100_000
const DUE = 1_000
const DAYS_AWAY = 400
const PATIENCE_MS = 600_000
/** What the clock may grow by while it takes a thousand. */
const GROWTH_MB = 200
/** Database time of a run that finds nothing. */
const IDLE_MS = 5
/** Of which the quickest counts: in the others a busy machine did something else meanwhile. */
const RUNS = 10

let shop: SharedShop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
  await shop.db.run(`
    INSERT INTO secuconnect_checkout (id, reference, creation, base_url, contract_id, is_demo,
      payment_session_id, amount, raw_amount, currency_code, currency_exponent, language, return_token_hash,
      push_token_hash, stx_id, status, due_at, checks, created_at)
    SELECT 'scchk_load_' || n, 'LOAD' || n, 'open', '${shop.sandbox.url}', 'GCR_LOAD', true,
      'payses_load_' || n, 4485, '{"value":"4485","precision":20}', 'eur', 2, 'de', 'return_' || n,
      'push_' || n, 'STX_LOAD' || n, 'open', now() + interval '${DAYS_AWAY} days', 40,
      now() - n * interval '1 minute'
    FROM generate_series(1, ${ROWS}) AS n`)
  await shop.db.run("ANALYZE secuconnect_checkout")
})

afterAll(() => shop.stop())

const plans = z.object({ "QUERY PLAN": z.array(z.looseObject({ Plan: z.unknown() })) })
const times = z.object({
  "QUERY PLAN": z.array(
    z.looseObject({ "Planning Time": z.number(), "Execution Time": z.number() }),
  ),
})

/** What the clock asks, see `claimDue`, `publishEvents` and `sendDueDeliveryReports`. */
const QUESTIONS = () => ({
  due: `SELECT id FROM secuconnect_checkout
    WHERE due_at <= now() AND due_at IS NOT NULL AND deleted_at IS NULL
      AND creation = 'open' AND base_url = '${shop.sandbox.url}'
    ORDER BY due_at LIMIT 20 FOR UPDATE SKIP LOCKED`,
  events: `SELECT * FROM secuconnect_checkout_event
    WHERE event_name IS NOT NULL AND sent_at IS NULL AND deleted_at IS NULL
      AND created_at <= now() - interval '1 minute' ORDER BY created_at LIMIT 100`,
  deliveries: `SELECT id, checkout_id FROM secuconnect_delivery_report
    WHERE state = 'open' AND deleted_at IS NULL ORDER BY updated_at LIMIT 50`,
})

/** Milliseconds that the database itself says it has needed. */
async function timeOf(sql: string): Promise<number> {
  const [row] = await shop.db.rows(times, `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`)
  const plan = row?.["QUERY PLAN"][0]
  return (plan?.["Planning Time"] ?? 0) + (plan?.["Execution Time"] ?? 0)
}

/** Resident memory of the store, in MB. */
function memory(): number {
  const status = readFileSync(`/proc/${shop.pid()}/status`, "utf8")
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

describe(`the clock, with ${ROWS} payments of which ${DUE} are due`, () => {
  it("costs the database hardly anything while nothing is due", async () => {
    let total = 0
    for (const sql of Object.values(QUESTIONS())) {
      await shop.db.rows(z.unknown(), sql)
      const runs: number[] = []
      for (let nth = 0; nth < RUNS; nth += 1) runs.push(await timeOf(sql))
      total += Math.min(...runs)
    }
    process.stderr.write(`\nclock with nothing due: ${total.toFixed(2)} ms of database time\n`)
    expect(total).toBeLessThan(IDLE_MS)
  })

  it("finds what is due by its index", async () => {
    await shop.db.run(
      `UPDATE secuconnect_checkout SET due_at = now() - interval '1 minute'
       WHERE id IN (SELECT 'scchk_load_' || n FROM generate_series(1, ${DUE}) AS n)`,
    )
    const { due } = QUESTIONS()
    const [row] = await shop.db.rows(plans, `EXPLAIN (FORMAT JSON) ${due}`)
    const plan = JSON.stringify(row?.["QUERY PLAN"][0]?.Plan)
    process.stderr.write(`\n${plan}\n`)
    expect(plan).toContain("IDX_secuconnect_checkout_due_at")
  })

  it(
    "takes them all, once each, and its memory stays flat",
    async () => {
      const before = memory()
      await shop.sandbox.forgetRequests()
      await shop.clock.run()
      const left = z.object({ count: z.string().transform(Number) })
      const started = Date.now()
      await until(
        "the clock",
        async () => {
          const sql = `SELECT count(*) FROM secuconnect_checkout WHERE checks = 40
            AND id IN (SELECT 'scchk_load_' || n FROM generate_series(1, ${DUE}) AS n)`
          const [row] = await shop.db.rows(left, sql)
          return row?.count === 0 ? true : undefined
        },
        PATIENCE_MS,
      )
      const seconds = (Date.now() - started) / 1000
      const growth = memory() - before
      process.stderr.write(
        `\n${DUE} taken in ${seconds.toFixed(0)} s, ${growth.toFixed(0)} MB more\n`,
      )
      expect(growth).toBeLessThan(GROWTH_MB)
      const looked = z.object({ checks: z.number() })
      const sql = "SELECT DISTINCT checks FROM secuconnect_checkout WHERE id LIKE 'scchk_load_%'"
      const counts = (await shop.db.rows(looked, sql)).map(({ checks }) => checks)
      expect(counts.sort()).toEqual([40, 41])
    },
    PATIENCE_MS + 20_000,
  )
})
