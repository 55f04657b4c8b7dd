import type { Result } from "./failure"
import { completeCart } from "./pay"
import { field, textIn } from "./read"
import { ask, type StoreClient } from "./store-client"

export interface CartState {
  /** `completed`: it has become an order. `gone`: the store does not know it. */
  state: "open" | "completed" | "gone"
  /** The order that it has become. */
  order_id: string | null
}

/**
 * What has become of a cart that a cookie still names: its shopper may have paid and closed the
 * window, or paid in another tab. A cart that is not open is to be forgotten: adding to it fails.
 */
export async function retrieveCartState(
  client: StoreClient,
  cart_id: string,
): Promise<Result<CartState>> {
  const cart = await ask(client, {
    path: `/store/carts/${encodeURIComponent(cart_id)}`,
    query: { fields: "id,completed_at" },
    read: (body) => {
      const found = field(body, "cart")
      return textIn(found, "id") === null
        ? undefined
        : { isCompleted: textIn(found, "completed_at") !== null }
    },
  })
  if (!cart.ok) {
    return cart.code === "not_found" ? { ok: true, state: "gone", order_id: null } : cart
  }
  if (!cart.isCompleted) return { ok: true, state: "open", order_id: null }
  // Medusa names the order of a cart that is completed, and changes nothing.
  const order = await completeCart(client, cart_id)
  return { ok: true, state: "completed", order_id: order.ok ? order.order_id : null }
}
