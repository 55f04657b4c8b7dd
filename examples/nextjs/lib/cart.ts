import "server-only"

import type { HttpTypes } from "@medusajs/types"
import { retrieveCartState } from "medusa-payment-secuconnect/storefront"
import { cookies } from "next/headers"
import { cache } from "react"

import { missing, regionId, sdk, store } from "./shop"

const COOKIE = "cart"

export async function cartId(): Promise<string | null> {
  return (await cookies()).get(COOKIE)?.value ?? null
}

/**
 * The open cart. One that has become an order is none, although its cookie is still there: the shopper
 * may have closed the window before the way back. The cookie stays until the next cart replaces it,
 * because another tab may still ask which order its cart has become.
 */
export const retrieveCart = cache(async (): Promise<HttpTypes.StoreCart | null> => {
  const id = await cartId()
  if (id === null) return null
  const cart = await sdk.client
    .fetch<{ cart: HttpTypes.StoreCart & { completed_at?: string | null } }>(`/store/carts/${id}`, {
      query: { fields: "+completed_at,+items.total" },
      cache: "no-store",
    })
    .then((found) => found.cart, missing)
  return cart?.completed_at ? null : cart
})

/** The order that the cookie's cart has become. */
export async function orderOfCart(): Promise<string | null> {
  const id = await cartId()
  const found = id === null ? null : await retrieveCartState(store, id)
  return found?.ok ? found.order_id : null
}

/** In a server action only: the open cart, a new one where there is none. */
export async function openCart(): Promise<HttpTypes.StoreCart> {
  const known = await retrieveCart()
  if (known) return known
  const { cart } = await sdk.store.cart.create({ region_id: await regionId() })
  const jar = await cookies()
  jar.set(COOKIE, cart.id, {
    httpOnly: true,
    sameSite: "strict",
    secure: process.env.NODE_ENV === "production",
    maxAge: 7 * 24 * 60 * 60,
  })
  return cart
}
