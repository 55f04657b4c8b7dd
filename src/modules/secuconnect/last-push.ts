import { z } from "zod"
import type { Repository } from "./claim-due"

const SQL = `
  SELECT line.created_at FROM secuconnect_checkout_event line
  JOIN secuconnect_checkout checkout ON checkout.id = line.checkout_id
  WHERE line.source = 'push' AND line.deleted_at IS NULL AND checkout.base_url = ?
  ORDER BY line.created_at DESC LIMIT 1`

const rowsSchema = z.array(z.object({ created_at: z.coerce.date() }))

/** When a push last changed something of a payment at this secuconnect; others leave no line. */
export async function readLastPush(repository: Repository, base_url: string): Promise<Date | null> {
  const [last] = rowsSchema.parse(await repository.getFreshManager().execute(SQL, [base_url]))
  return last?.created_at ?? null
}
