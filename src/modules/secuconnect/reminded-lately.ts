import type { Repository } from "./claim-due"

/** Who asks for a reminder twice within this time means one. */
const SQL = `
  SELECT id FROM secuconnect_checkout
  WHERE id = ? AND reminded_at > now() - interval '1 minute'`

/** Whether the customer was reminded within the last minute, by the database's clock. */
export async function wasRemindedLately(repository: Repository, id: string): Promise<boolean> {
  const rows = await repository.getFreshManager().execute(SQL, [id])
  return Array.isArray(rows) && rows.length > 0
}

const MARK = "UPDATE secuconnect_checkout SET reminded_at = now(), updated_at = now() WHERE id = ?"

/** Writes down that the customer was reminded now, by the database's clock. */
export async function markReminded(repository: Repository, id: string): Promise<void> {
  await repository.getFreshManager().execute(MARK, [id])
}
