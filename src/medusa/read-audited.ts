import { z } from "zod"
import { date } from "../mapping/words/rows"
import {
  auditedPaymentSchema,
  auditedSessionSchema,
  type MedusaAuditedPayment,
} from "./audit-schemas"
import { findAll, type Query } from "./query"

/** The database, for what Query does not give. */
export interface Database {
  raw(sql: string, values: unknown[]): Promise<{ rows: unknown[] }>
}

/** Medusa's payments of these sessions, whoever's orders they are on. */
export async function readAuditedPayments(
  query: Query,
  payment_session_id: string[],
): Promise<MedusaAuditedPayment[]> {
  const by = { payment_session_id }
  return await findAll(query, { entity: "payment", schema: auditedPaymentSchema, by })
}

/** Ids of the orders that these sessions pay for. */
export async function findOrdersOfSessions(query: Query, id: string[]): Promise<string[]> {
  const wanted = { entity: "payment_session", schema: auditedSessionSchema, by: { id } }
  const sessions = await findAll(query, wanted)
  return sessions.flatMap(({ payment_collection }) => payment_collection?.order?.id ?? [])
}

const versionRow = z.object({
  order_id: z.string(),
  version: z.number(),
  total: z.string(),
  credit: z.string(),
})

const numeric = (name: string) =>
  `coalesce(s.totals->'raw_${name}'->>'value', s.totals->>'${name}', '0')::numeric`

/** Query gives the newest summary only, and the credit lines of the newest version. */
const VERSIONS = `
  SELECT s.order_id, s.version,
    (${numeric("pending_difference")} + ${numeric("transaction_total")})::text AS total,
    (SELECT coalesce(sum(c.amount), 0)::text FROM order_credit_line c
      WHERE c.order_id = s.order_id AND c.version = s.version AND c.amount > 0
        AND c.deleted_at IS NULL) AS credit
  FROM order_summary s
  WHERE s.order_id = ANY(?) AND s.deleted_at IS NULL
  ORDER BY s.order_id, s.version`

/**
 * What each version of these orders was worth, oldest first; major units. The core keeps what is
 * outstanding; the total beside it counts articles that are asked back and have not come.
 */
export async function readOrderVersions(
  database: Database,
  orderIds: string[],
): Promise<z.output<typeof versionRow>[]> {
  if (orderIds.length === 0) return []
  const { rows } = await database.raw(VERSIONS, [orderIds])
  return rows.map((row) => versionRow.parse(row))
}

/** The database's time: that of one clock, whoever asks. */
export async function readNow(database: Database): Promise<Date> {
  const { rows } = await database.raw("SELECT now() AS now", [])
  return z.object({ now: date }).parse(rows[0]).now
}

const paymentOfOurs = z.object({
  id: z.string(),
  checkout_id: z.string().nullable(),
  order_id: z.string().nullable(),
  amount: z.string(),
  currency_code: z.string(),
})

/** By the provider's name, whatever the plugin knows of them. Medusa puts `pp_` before it. */
const PAYMENTS_OF_OURS = `
  SELECT p.id, p.data->>'checkout_id' AS checkout_id, p.amount::text AS amount, p.currency_code,
    (SELECT o.order_id FROM order_payment_collection o
      WHERE o.payment_collection_id = p.payment_collection_id AND o.deleted_at IS NULL LIMIT 1) AS order_id
  FROM payment p
  WHERE p.provider_id LIKE 'pp\\_secuconnect%' AND p.created_at >= ? AND p.created_at < ?
    AND p.canceled_at IS NULL AND p.deleted_at IS NULL
  ORDER BY p.id`

/** Payments that Medusa has made with a provider of ours from `from` (included) to `to`; ISO times. */
export async function readPaymentsBetween(
  database: Database,
  { from, to }: { from: string; to: string },
): Promise<z.output<typeof paymentOfOurs>[]> {
  const { rows } = await database.raw(PAYMENTS_OF_OURS, [from, to])
  return rows.map((row) => paymentOfOurs.parse(row))
}
