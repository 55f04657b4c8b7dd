import { z } from "zod"

import type { Shop } from "./shop"

const row = z.object({ id: z.string(), status: z.string(), provider_id: z.string() })

/** The payment sessions of a collection that are there, as stored. */
export function readSessions({ db }: Shop, collectionId: string): Promise<z.infer<typeof row>[]> {
  const sql =
    "SELECT id, status, provider_id FROM payment_session WHERE payment_collection_id = $1 AND deleted_at IS NULL"
  return db.rows(row, sql, [collectionId])
}

/** As a shop's own code may do, long before it completes the cart. */
export async function authorizeSession(
  { db }: Shop,
  { sessionId }: { sessionId: string },
): Promise<void> {
  await db.run(`WITH held AS (UPDATE payment_session SET status = 'authorized', authorized_at = now()
      WHERE id = '${sessionId}' RETURNING *)
    INSERT INTO payment (id, amount, raw_amount, currency_code, provider_id, data,
      payment_collection_id, payment_session_id)
    SELECT 'pay_' || id, amount, raw_amount, currency_code, provider_id, data,
      payment_collection_id, id FROM held`)
}
