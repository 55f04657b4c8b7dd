import { findOrdersOfCarts } from "../../medusa/read-order"
import type { UnpaidOrderRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { takeBackOrder } from "../repair/take-back-order"

/** The order that has been made of the cart. The core may just be at it, and delete it again. */
export async function findMade(
  { query }: Pick<Deps, "query">,
  { cart_id }: Pick<UnpaidOrderRow, "cart_id">,
): Promise<string | null> {
  const [found] = await findOrdersOfCarts(query, [cart_id])
  return found?.order_id ?? null
}

/**
 * The same, where it is there for good, with its stock: one that the core has begun and not finished is taken
 * back, before anybody is asked to pay for it. Call it under the cart's lock.
 */
export async function findWhole(
  deps: Deps,
  { id: reference, cart_id }: UnpaidOrderRow,
): Promise<string | null> {
  const order_id = await findMade(deps, { cart_id })
  if (order_id === null) return null
  return (await takeBackOrder(deps, { reference }, { cart_id, order_id })) ? null : order_id
}
