import { sdk, shop } from "../shop"
import type { Cart } from "./types"

/** Asked of every answer that carries a cart, so that all of them can be drawn alike. */
const query = { fields: "+items.original_total,+shipping_methods.name" }

export async function createCart(): Promise<Cart> {
  const { cart } = await sdk.store.cart.create({ region_id: shop.region_id }, query)
  return cart
}

export async function fetchCart(cartId: string): Promise<Cart> {
  const { cart } = await sdk.store.cart.retrieve(cartId, query)
  return cart
}

export async function addItem(cartId: string, variantId: string): Promise<Cart> {
  const item = { variant_id: variantId, quantity: 1 }
  const { cart } = await sdk.store.cart.createLineItem(cartId, item, query)
  return cart
}

/** Changes how many of an item are in the cart; none removes it. */
export async function changeQuantity(
  cartId: string,
  itemId: string,
  quantity: number,
): Promise<Cart> {
  if (quantity === 0) {
    await sdk.store.cart.deleteLineItem(cartId, itemId)
    return fetchCart(cartId)
  }
  const { cart } = await sdk.store.cart.updateLineItem(cartId, itemId, { quantity }, query)
  return cart
}

/** @throws FetchError with status 400 for a code that does not exist */
export async function addPromotionCode(cartId: string, code: string): Promise<Cart> {
  const { cart } = await sdk.store.cart.addPromotions(cartId, { promo_codes: [code] }, query)
  return cart
}

export async function removePromotionCode(cartId: string, code: string): Promise<Cart> {
  const { cart } = await sdk.store.cart.removePromotions(cartId, { promo_codes: [code] }, query)
  return cart
}
