import { z } from "zod"

import type { Shop } from "./shop"

const rowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  creation: z.string(),
  stx_id: z.string().nullable(),
  requested_method: z.string().nullable(),
  stx_status: z.string().nullable(),
  status: z.string().nullable(),
  mismatch: z.string().nullable(),
  attention: z.string().nullable(),
  order_id: z.string().nullable(),
  payment_session_id: z.string(),
  cancel_requested_at: z.date().nullable(),
  due_at: z.date().nullable(),
  checks: z.number(),
})

export type LedgerRow = z.infer<typeof rowSchema>

/** The ledger's row of a Smart Transaction. */
export async function rowOf({ db }: Shop, { stx }: { stx: string }): Promise<LedgerRow> {
  const sql = "SELECT * FROM secuconnect_checkout WHERE stx_id = $1"
  const [row] = await db.rows(rowSchema, sql, [stx])
  if (!row) throw new Error(`The ledger does not know ${stx}.`)
  return row
}

/** All rows that stand for payments of a cart's collection or that were never created, newest first. */
export async function newestRow({ db }: Shop): Promise<LedgerRow | undefined> {
  const sql = "SELECT * FROM secuconnect_checkout ORDER BY created_at DESC LIMIT 1"
  return (await db.rows(rowSchema, sql))[0]
}

/** Makes a checkout due, so that the clock looks at it with its next tick. */
export async function makeDue({ db }: Shop, { stx }: { stx: string }): Promise<void> {
  const sql = "UPDATE secuconnect_checkout SET due_at = now() WHERE stx_id = $1"
  await db.rows(z.unknown(), sql, [stx])
}

const findings = z.object({ finding: z.string(), source: z.string() })

/** What was written down about a checkout, oldest first. */
export async function eventsOf(shop: Shop, payment: { stx: string }) {
  const { id } = await rowOf(shop, payment)
  const sql =
    "SELECT finding, source FROM secuconnect_checkout_event WHERE checkout_id = $1 ORDER BY created_at"
  return shop.db.rows(findings, sql, [id])
}

/** Names of the events for the shop's subscribers that were sent, oldest first. */
export async function announcedOf(shop: Shop, payment: { stx: string }): Promise<string[]> {
  const { id } = await rowOf(shop, payment)
  const sql = `SELECT event_name FROM secuconnect_checkout_event
    WHERE checkout_id = $1 AND event_name IS NOT NULL AND sent_at IS NOT NULL ORDER BY created_at`
  const rows = await shop.db.rows(z.object({ event_name: z.string() }), sql, [id])
  return rows.map(({ event_name }) => event_name)
}

/** Makes a checkout so many days older in one respect. */
export async function setDays(
  { db }: Shop,
  { stx }: { stx: string },
  days: { waiting_since?: number; created_at?: number; reminded_at?: number },
): Promise<void> {
  const sql = `UPDATE secuconnect_checkout SET
    waiting_since = COALESCE(now() - make_interval(days => $2::int), waiting_since),
    created_at = COALESCE(now() - make_interval(days => $3::int), created_at),
    reminded_at = COALESCE(now() - make_interval(days => $4::int), reminded_at) WHERE stx_id = $1`
  const { waiting_since = null, created_at = null, reminded_at = null } = days
  await db.rows(z.unknown(), sql, [stx, waiting_since, created_at, reminded_at])
}
