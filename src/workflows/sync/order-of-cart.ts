import type { MedusaContainer } from "@medusajs/framework/types"
import { findOrdersOfCarts } from "../../medusa/read-order"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { resolveDeps } from "../deps"
import { withCartLock } from "../locks"

/**
 * The order that a checkout's cart has become by another payment, in another tab say: who has lost this
 * one is shown that order, not an empty cart. Null where there is none, or where the core is still at it: it
 * deletes the order again when placing it fails.
 */
export async function orderOfCart(
  container: MedusaContainer,
  { cart_id }: Pick<CheckoutRow, "cart_id">,
): Promise<string | null> {
  const deps = resolveDeps(container)
  const find = async () => (await findOrdersOfCarts(deps.query, [cart_id]))[0]?.order_id ?? null
  if (cart_id === null || (await find()) === null) return null
  return await withCartLock(deps, cart_id, find).catch(() => null)
}
