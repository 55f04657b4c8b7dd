import { z } from "zod"
import type { SqlManager } from "./claim-due"

const answer = z.tuple([z.object({ now: z.coerce.date() })])

/**
 * The database's time. What one server writes down and another compares is measured by this one
 * clock: the servers' own may differ.
 */
export async function databaseTime(manager: SqlManager): Promise<Date> {
  const [{ now }] = answer.parse(await manager.execute("SELECT clock_timestamp() AS now", []))
  return now
}
