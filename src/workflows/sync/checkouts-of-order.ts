import { readSessionsOfOrder } from "../../medusa/read-order"
import type { Deps } from "../deps"

/**
 * The checkouts of an order that can have been paid: by the order's id, and by its payment sessions,
 * because a sync may not have written the order down yet.
 *
 * @returns their ids, made due: if the caller fails, the schedule goes on
 */
export async function checkoutsOfOrder(deps: Deps, order_id: string): Promise<string[]> {
  if (!order_id) return []
  const { ledger } = deps
  const { query } = deps
  const { sessions, collections } = await readSessionsOfOrder(query, order_id)
  const ways = [
    { order_id },
    { payment_session_id: { $in: sessions } },
    // The core deletes sessions under an order.
    { payment_collection_id: { $in: collections } },
  ]
  const found = await ledger.listCheckouts({ creation: "open", $or: ways }, { select: ["id"] })
  const due_at = await ledger.now()
  await ledger.updateCheckouts(found.map(({ id }) => ({ id, due_at })))
  return found.map(({ id }) => id)
}
