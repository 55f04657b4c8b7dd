import type { Context } from "@medusajs/framework/types"

/** The part of MikroORM's manager that is used here. */
export interface SqlManager {
  /** Writes the values into the statement, where a "?" among them is lost: for ids, times and numbers. */
  execute(sql: string, values: unknown[]): Promise<unknown>
}

/** What hands out a manager; every module of Medusa has one. */
export interface Repository {
  getFreshManager(context?: Context): SqlManager
}

/** Longer than a batch takes. A server that dies with it gives it back by doing nothing. */
const LEASE = "5 minutes"

const SQL = `
  UPDATE secuconnect_checkout SET due_at = now() + interval '${LEASE}'
  WHERE id IN (
    SELECT id FROM secuconnect_checkout
    WHERE due_at <= now() AND due_at IS NOT NULL AND deleted_at IS NULL
      AND creation = 'open' AND base_url = ?
    ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
  )
  RETURNING id`

/**
 * Takes the ids of checkouts that are due, oldest first, and puts them out of the sight of other
 * servers for a while.
 */
export async function claimDue(
  repository: Repository,
  { base_url, limit }: { base_url: string; limit: number },
): Promise<string[]> {
  return idsOf(await repository.getFreshManager().execute(SQL, [base_url, limit]))
}

/** The ids in the rows that a statement has given. */
export function idsOf(rows: unknown): string[] {
  return Array.isArray(rows) ? rows.flatMap(idOf) : []
}

function idOf(row: unknown): string[] {
  const isRow = typeof row === "object" && row !== null && "id" in row
  return isRow && typeof row.id === "string" ? [row.id] : []
}
