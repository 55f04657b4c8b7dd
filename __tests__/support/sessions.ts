import { z } from "zod"

import type { Shop } from "./shop"

const row = z.object({ id: z.string(), status: z.string(), provider_id: z.string() })

/** The payment sessions of a collection that are there, as stored. */
export function readSessions({ db }: Shop, collectionId: string): Promise<z.infer<typeof row>[]> {
  const sql =
    "SELECT id, status, provider_id FROM payment_session WHERE payment_collection_id = $1 AND deleted_at IS NULL"
  return db.rows(row, sql, [collectionId])
}
