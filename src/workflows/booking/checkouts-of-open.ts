import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import type { OpenOrder } from "./open-order"

/** Of an order, the newest first: also those that nobody has paid yet. */
export async function checkoutsOfOpen(
  { ledger }: Pick<Deps, "ledger">,
  { order }: OpenOrder,
): Promise<CheckoutRow[]> {
  const collections = order.payment_collections.map(({ id }) => id)
  const ways = [{ order_id: order.id }, { payment_collection_id: { $in: collections } }]
  const filters = { creation: "open", $or: ways }
  return await ledger.listCheckouts(filters, { order: { created_at: "DESC" } })
}
