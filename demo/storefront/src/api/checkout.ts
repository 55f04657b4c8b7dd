import { sdk } from "../shop"
import { fetchCart } from "./cart"
import type { Address, Cart, ShippingOption } from "./types"

/** The goods go to the same address as the invoice. */
export async function saveAddress(cartId: string, email: string, address: Address): Promise<Cart> {
  await sdk.store.cart.update(cartId, {
    email,
    shipping_address: address,
    billing_address: address,
  })
  return fetchCart(cartId)
}

/** The cheapest first. */
export async function fetchShippingOptions(cartId: string): Promise<ShippingOption[]> {
  const { shipping_options } = await sdk.store.fulfillment.listCartOptions({ cart_id: cartId })
  return shipping_options.toSorted((one, other) => one.amount - other.amount)
}

export async function chooseShipping(cartId: string, optionId: string): Promise<Cart> {
  await sdk.store.cart.addShippingMethod(cartId, { option_id: optionId })
  return fetchCart(cartId)
}
