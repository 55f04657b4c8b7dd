import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"

import type { Shop } from "../shop"
import { runWorkflow } from "./admin"

const MINUTE_MS = 60_000
/** Around the full minute, at which the store's own jobs begin. */
const BEFORE_MS = 3_000
const AFTER_MS = 2_000
/** What the store's own job has taken is done by then, or was given up. */
const JOB_MS = 30_000
const PAUSE_MS = 100

/**
 * One tick of a clock that stands: everything that is due is looked at, and it stands again. What the
 * store's own job has taken for itself meanwhile is waited for.
 */
export async function tick(shop: Shop): Promise<void> {
  await leaveFullMinute()
  const due = await marksOf(shop, CHECKOUTS)
  await shop.clock.run()
  try {
    await runWorkflow(shop, "secuconnect-run-schedule")
    await waitForLooks(shop, CHECKOUTS, due)
  } finally {
    await shop.clock.stop()
  }
}

/** The same for orders that were placed before they were paid: makes them due, and looks at them. */
export async function tickUnpaid(shop: Shop, makeDue: () => Promise<unknown>): Promise<void> {
  await leaveFullMinute()
  await makeDue()
  const due = await marksOf(shop, UNPAID)
  await runWorkflow(shop, "secuconnect-cancel-unpaid-orders")
  await waitForLooks(shop, UNPAID, due)
}

/** Waits until the store's own jobs, which begin at the full minute, have taken what is due. */
export async function leaveFullMinute(): Promise<void> {
  const past = (Date.now() + BEFORE_MS) % MINUTE_MS
  if (past < BEFORE_MS + AFTER_MS) await sleep(BEFORE_MS + AFTER_MS - past)
}

/** Where something becomes due, and what changes when it has been looked at. */
interface Work {
  table: string
  mark: string
  due: string
}

const CHECKOUTS: Work = {
  table: "secuconnect_checkout",
  mark: "checks",
  // Or would be, if the clock did not stand.
  due: `creation = 'open' AND base_url = $1 AND (due_at <= now() OR
    due_at BETWEEN now() + interval '500 days' AND now() + interval '1000 days')`,
}

const UNPAID_DUE = `(due_at <= now() OR
  due_at BETWEEN now() + interval '270 seconds' AND now() + interval '300 seconds')`

const UNPAID: Work = {
  table: "secuconnect_unpaid_order",
  // Or the job has taken it a moment ago. Whoever has looked at it dates it anew.
  mark: UNPAID_DUE,
  due: `$1 <> '' AND ${UNPAID_DUE}`,
}

const markRow = z.object({ id: z.string(), mark: z.string() })

async function marksOf({ db, sandbox }: Shop, { table, mark, due }: Work) {
  const sql = `SELECT id, ${mark}::text AS mark FROM ${table} WHERE deleted_at IS NULL AND ${due}`
  return await db.rows(markRow, sql, [sandbox.url])
}

/** What is not looked at in time, because its sync takes too long, is left to what the test waits for. */
async function waitForLooks(
  { db }: Shop,
  { table, mark }: Work,
  due: z.infer<typeof markRow>[],
): Promise<void> {
  const end = Date.now() + JOB_MS
  const same = due.map(({ id, mark: before }) => `(id = '${id}' AND ${mark}::text = '${before}')`)
  const sql = `SELECT id FROM ${table} WHERE ${same.join(" OR ")}`
  const isLeft = async () => (await db.rows(z.unknown(), sql, [])).length > 0
  while (due.length > 0 && Date.now() < end && (await isLeft())) await sleep(PAUSE_MS)
}
