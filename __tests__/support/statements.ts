import { z } from "zod"

import type { Database } from "./database"

const OF_THIS = "dbid = (SELECT oid FROM pg_database WHERE datname = current_database())"

/**
 * How many statements the store sends to its database while something is done. It must have nothing else to
 * do.
 *
 * @see https://www.postgresql.org/docs/17/pgstatstatements.html
 */
export async function countStatements(db: Database, work: () => Promise<unknown>): Promise<number> {
  await db.run("CREATE EXTENSION IF NOT EXISTS pg_stat_statements")
  await db.run(`SELECT pg_stat_statements_reset(0, oid, 0) FROM pg_database
    WHERE datname = current_database()`)
  await work()
  const [counted] = await db.rows(
    z.object({ sent: z.coerce.number() }),
    `SELECT sum(calls) AS sent FROM pg_stat_statements
      WHERE ${OF_THIS} AND query NOT LIKE '%pg_stat_statements%'`,
  )
  return counted?.sent ?? 0
}
