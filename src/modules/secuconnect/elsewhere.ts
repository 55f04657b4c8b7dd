import { z } from "zod"
import type { Repository } from "./claim-due"

const SQL = `
  SELECT base_url, count(*) AS count,
    count(*) FILTER (WHERE order_id IS NOT NULL AND due_at IS NOT NULL) AS unfinished
  FROM secuconnect_checkout
  WHERE created_at >= ?::timestamptz AND created_at < ?::timestamptz AND base_url <> ?
    AND creation = 'open' AND is_test_payment = false AND deleted_at IS NULL
  GROUP BY base_url ORDER BY base_url`

const rowsSchema = z.array(
  z.object({ base_url: z.string(), count: z.coerce.number(), unfinished: z.coerce.number() }),
)

/** Checkouts at a secuconnect that is not in use: nobody checks them any more. */
export type Elsewhere = z.output<typeof rowsSchema>[number]

/** Created from `from` (included) to `to` (left out); ISO times. */
export interface Span {
  from: string
  to: string
}

/** How many there are at each other secuconnect, and how many of them have an order and can still change. */
export async function listElsewhere(
  repository: Repository,
  base_url: string,
  { from, to }: Span,
): Promise<Elsewhere[]> {
  return rowsSchema.parse(await repository.getFreshManager().execute(SQL, [from, to, base_url]))
}
