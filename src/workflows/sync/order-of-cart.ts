import type { MedusaContainer } from "@medusajs/framework/types"
import { findOrdersOfCarts } from "../../medusa/read-order"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { resolveDeps, type Deps } from "../deps"
import { withCartLock } from "../locks"
import { findUnfinishedOrder } from "../repair/take-back-order"

/**
 * The order that a checkout's cart has become by another payment, in another tab say: who has lost this
 * one is shown that order, not an empty cart. Null where there is none, or where the core is still at it or has
 * broken it off: the order is deleted again when placing it fails.
 */
export async function orderOfCart(
  container: MedusaContainer,
  { cart_id }: Pick<CheckoutRow, "cart_id">,
): Promise<string | null> {
  const deps = resolveDeps(container)
  if (cart_id === null || (await findOrder(deps, cart_id)) === null) return null
  return await withCartLock(deps, cart_id, () => findWhole(deps, cart_id)).catch(() => null)
}

async function findOrder({ query }: Deps, cart_id: string): Promise<string | null> {
  return (await findOrdersOfCarts(query, [cart_id]))[0]?.order_id ?? null
}

async function findWhole(deps: Deps, cart_id: string): Promise<string | null> {
  const order_id = await findOrder(deps, cart_id)
  if (order_id === null) return null
  return (await findUnfinishedOrder(deps, { cart_id, order_id })) ? null : order_id
}
