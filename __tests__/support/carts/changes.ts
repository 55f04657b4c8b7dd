import { z } from "zod"

import type { Shop } from "../shop"
import { MAX } from "../shopper"

const anything = z.unknown()

/** Where the shopper wants the goods and the invoice after all. */
export const MOVED = { address_1: "Neue Gasse 7b", postal_code: "01099", city: "Dresden" } as const

export const NEW_MAIL = "neu@example.org"

/** Saves address and e-mail; those that the cart has already unless others are given. */
export async function saveBuyer(
  shop: Shop,
  cartId: string,
  buyer: { email?: string; address?: Record<string, string> } = {},
): Promise<void> {
  const address = { ...MAX, ...buyer.address }
  const body = {
    shipping_address: address,
    billing_address: address,
    ...(buyer.email ? { email: buyer.email } : {}),
  }
  await shop.store.ok(anything, `/store/carts/${cartId}`, { body })
}

const itemsReply = z.object({
  cart: z.object({ items: z.array(z.object({ id: z.string(), variant_id: z.string() })) }),
})

async function itemsOf(shop: Shop, cartId: string) {
  const path = `/store/carts/${cartId}?fields=items.id,items.variant_id`
  return (await shop.store.ok(itemsReply, path)).cart.items
}

/** Puts the one article in before the other one is taken out. */
export async function swapArticle(
  shop: Shop,
  cartId: string,
  { out, into }: { out: string; into: string },
): Promise<void> {
  const path = `/store/carts/${cartId}/line-items`
  await shop.store.ok(anything, path, { body: { variant_id: into, quantity: 1 } })
  const item = (await itemsOf(shop, cartId)).find(({ variant_id }) => variant_id === out)
  await shop.store.ok(anything, `${path}/${item?.id ?? ""}`, { method: "DELETE" })
}

export async function emptyCart(shop: Shop, cartId: string): Promise<void> {
  for (const { id } of await itemsOf(shop, cartId)) {
    const path = `/store/carts/${cartId}/line-items/${id}`
    await shop.store.ok(anything, path, { method: "DELETE" })
  }
}
