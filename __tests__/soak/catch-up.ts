import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"

import { runWorkflow } from "../support/carts/admin"
import type { Shop } from "../support/shop"

const ALL_DUE = `UPDATE secuconnect_checkout SET due_at = now() - interval '1 second'
  WHERE creation = 'open' AND deleted_at IS NULL`

const LEFT = `SELECT count(*)::int AS left FROM secuconnect_checkout
  WHERE creation = 'open' AND due_at <= now() AND deleted_at IS NULL`

const CLOCK_MS = 900_000

/** What is young is left alone: the merchant may repeat it, or it may still be on its way. */
const AGING = ["capture", "refund", "order_transaction", "secuconnect_money_request"]

/**
 * Calm again: hours pass, and every checkout becomes due, also those in which nothing can change by
 * itself any more; the clock takes them until none is left. Three times, since one look may lead to
 * another.
 */
export async function catchUp(shop: Shop): Promise<void> {
  await shop.sandbox.set({ pushes: true, latency_ms: 0 })
  await shop.sandbox.calm()
  for (let hours = 0; hours < 3; hours += 1) {
    await sleep(PUSHES_MS)
    for (const table of AGING) {
      await shop.db.run(`UPDATE "${table}" SET created_at = created_at - interval '1 hour'`)
    }
    await shop.db.run(ALL_DUE)
    await runClock(shop)
  }
}

/** Pushes that are on their way arrive, and what they led to ends. */
const PUSHES_MS = 5_000

async function runClock(shop: Shop): Promise<void> {
  const end = Date.now() + CLOCK_MS
  while ((await leftOver(shop)) > 0) {
    if (Date.now() > end) throw new Error("The clock does not catch up.")
    await runWorkflow(shop, "secuconnect-run-schedule")
  }
}

async function leftOver({ db }: Shop): Promise<number> {
  const [row] = await db.rows(z.object({ left: z.number() }), LEFT)
  return row?.left ?? 0
}
