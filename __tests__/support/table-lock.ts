import { Client } from "@medusajs/framework/pg"
import { z } from "zod"

import type { Database } from "./database"
import { until } from "./until"

/** Nobody can write to the table; everybody can read it. */
export interface TableLock {
  /** Waits until somebody wants to write. */
  somebodyWaits(): Promise<void>
  release(): Promise<void>
}

const WAITING = "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = $1::regclass"

export async function lockTable(db: Database, table: string): Promise<TableLock> {
  const client = new Client({ connectionString: db.url })
  await client.connect()
  await client.query("BEGIN")
  await client.query(`LOCK TABLE "${table}" IN EXCLUSIVE MODE`)
  return {
    async somebodyWaits() {
      const rows = () => db.rows(z.unknown(), WAITING, [table])
      await until(`a writer of ${table}`, async () => (await rows())[0])
    },
    release: () => client.end(),
  }
}
