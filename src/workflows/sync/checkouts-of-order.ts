import type { MedusaContainer } from "@medusajs/framework/types"
import { readSessionsOfOrder } from "../../medusa/read-order"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { resolveDeps, type Deps } from "../deps"

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

const NEWEST_FIRST = { order: { created_at: "DESC" } } as const

/** An order can have been placed on it, and nothing else is to become of it. */
const PLACING = {
  ...{ creation: "open", status: ["waiting", "authorized", "accepted"] },
  ...{ order_id: null, attention: null, cancel_requested_at: null, orphan_resolution: null },
}

/**
 * What an order's customer is told of, newest first. An order that was placed this moment is written down
 * nowhere yet: until then by its payment collections.
 */
export async function checkoutsToTell(
  container: MedusaContainer,
  order_id: string,
): Promise<CheckoutRow[]> {
  if (!order_id) return []
  const { ledger, query } = resolveDeps(container)
  const known = await ledger.listCheckouts({ order_id }, NEWEST_FIRST)
  if (known.length > 0) return known
  const { collections } = await readSessionsOfOrder(query, order_id)
  if (collections.length === 0) return []
  const fresh = { ...PLACING, payment_collection_id: collections }
  const placing = await ledger.listCheckouts(fresh, NEWEST_FIRST)
  return placing.map((checkout) => ({ ...checkout, order_id }))
}
