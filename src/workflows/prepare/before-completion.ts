import type { MedusaContainer } from "@medusajs/framework/types"
import { findOrdersOfCarts } from "../../medusa/read-order"
import { resolveDeps, type Deps } from "../deps"
import { findUnfinishedOrder, takeBackOrder } from "../repair/take-back-order"
import { whenCartIsFree } from "../repair/when-cart-is-free"

/**
 * Before a storefront completes a cart that a payment of ours was started for, or that is ordered before it
 * is paid: an order that Medusa has begun and not finished is taken back, because the core would answer with
 * it as if it were placed.
 *
 * @throws MedusaError (`conflict`, the storefront may try again) while another process completes the cart
 */
export async function beforeCompletion(container: MedusaContainer, cart_id: string): Promise<void> {
  const deps = resolveDeps(container)
  const [made] = await findOrdersOfCarts(deps.query, [cart_id])
  if (!made || !(await findUnfinishedOrder(deps, made))) return
  const reference = await referenceOf(deps, cart_id)
  if (reference === null) return
  await whenCartIsFree(deps, { cart_id, reference }, () => takeBackOrder(deps, { reference }, made))
}

/** Null for a cart that is none of ours. */
async function referenceOf({ ledger }: Deps, cart_id: string): Promise<string | null> {
  const [checkout] = await ledger.listCheckouts({ cart_id }, { take: 1 })
  if (checkout) return checkout.reference
  const [unpaid] = await ledger.listUnpaidOrders({ cart_id }, { take: 1 })
  return unpaid?.id ?? null
}
