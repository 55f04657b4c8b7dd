import type { MedusaContainer } from "@medusajs/framework/types"
import { findOrdersOfCarts } from "../../medusa/read-order"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { resolveDeps } from "../deps"

/**
 * The order that a checkout's cart has become by another payment, in another tab say: who has lost this
 * one is shown that order, not an empty cart. Null where there is none.
 */
export async function orderOfCart(
  container: MedusaContainer,
  { cart_id }: Pick<CheckoutRow, "cart_id">,
): Promise<string | null> {
  const { query } = resolveDeps(container)
  return (await findOrdersOfCarts(query, [cart_id]))[0]?.order_id ?? null
}
