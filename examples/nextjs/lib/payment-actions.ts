"use server"

import {
  type CartState,
  completeCart,
  createPaymentLink,
  pay,
  type Result,
  retrieveCartState,
  retrieveOrderPayment,
  retrievePayment,
  type StoreOrderPaymentResponse,
  type StorePaymentSessionResponse,
} from "medusa-payment-secuconnect/storefront"
import type { Paid } from "medusa-payment-secuconnect/storefront/react"
import { headers } from "next/headers"

import { cartId } from "./cart"
import { store } from "./shop"

// Every failure is a value: the message of what is thrown would not reach the browser.

export async function startPayment(provider_id: string): Promise<Result<Paid>> {
  const cart_id = (await cartId()) ?? ""
  // Discounts have left nothing to pay.
  if (provider_id === "") return completeCart(store, cart_id)
  // The address that the shopper sees: a setting could have another scheme or host.
  const origin = (await headers()).get("origin")
  const return_url = `${origin ?? ""}/checkout/return`
  const paid = await pay(store, { cart_id, provider_id, return_url })
  return paid.ok && paid.checkout_url === null ? completeCart(store, cart_id) : paid
}

export async function lookAtPayment(id: string): Promise<Result<StorePaymentSessionResponse>> {
  return retrievePayment(store, id)
}

export async function cartState(): Promise<Result<CartState>> {
  const id = await cartId()
  return id === null ? { ok: true, state: "gone", order_id: null } : retrieveCartState(store, id)
}

export async function readOrderPayment(id: string): Promise<Result<StoreOrderPaymentResponse>> {
  return retrieveOrderPayment(store, id)
}

export async function payOrder(id: string): Promise<Result<Paid>> {
  const link = await createPaymentLink(store, id)
  return link.ok ? { ok: true, checkout_url: link.url } : link
}
