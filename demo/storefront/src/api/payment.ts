import { sdk } from "../shop"
import type { Cart } from "./types"

export type PaymentState =
  "open" | "processing" | "not_ordered" | "waiting" | "paid" | "failed" | "aborted"

export interface PaymentSession {
  id: string
  state: PaymentState
  code: string
  /** For the shopper, in the language that the payment was started in. */
  text: string
  /** There as soon as the order has been placed. */
  order_id: string | null
}

/** A way to pay, in the shopper's language. */
export interface PaymentMethod {
  provider_id: string
  name: string
  description: string
  /** For the `src` of an image. */
  icon: string
}

/** The ways in which this cart can be paid, in the order in which they are to be shown. */
export async function fetchPaymentMethods(
  cartId: string,
  locale: string,
): Promise<PaymentMethod[]> {
  const { payment_methods } = await sdk.client.fetch<{ payment_methods: PaymentMethod[] }>(
    "/store/secuconnect/payment-methods",
    { query: { cart_id: cartId, locale } },
  )
  return payment_methods
}

/**
 * Starts a payment. Starting again, after a failure or with another provider, replaces the session.
 *
 * @returns the address of the page on which the shopper pays, or `undefined` if the provider has
 *   none and the cart can be completed at once
 */
export async function startPayment(
  cart: Cart,
  providerId: string,
  locale: string,
): Promise<string | undefined> {
  const { payment_collection } = await sdk.store.payment.initiatePaymentSession(cart, {
    provider_id: providerId,
    data: { return_url: `${window.location.origin}/checkout/return`, locale },
  })
  const session = payment_collection.payment_sessions?.find(
    (candidate) => candidate.provider_id === providerId,
  )
  return session && "checkout_url" in session.data ? fetchCheckoutUrl(session.id) : undefined
}

/**
 * Asked right before the shopper leaves the shop: where to.
 *
 * @throws FetchError whose message tells the shopper what stands in the way, such as goods that are
 *   sold out by now
 */
async function fetchCheckoutUrl(sessionId: string): Promise<string> {
  const { payment_session } = await sdk.client.fetch<{ payment_session: { checkout_url: string } }>(
    `/store/secuconnect/payment-sessions/${sessionId}/checkout`,
    { method: "POST" },
  )
  return payment_session.checkout_url
}

/** For carts with nothing to pay, and for providers without a page of their own. */
export async function placeOrder(cartId: string): Promise<string> {
  const result = await sdk.store.cart.complete(cartId)
  if (result.type === "order") return result.order.id
  throw new Error(result.error.message)
}

/** What has become of a payment, asked by the page to which the shopper returns. */
export async function fetchPaymentSession(id: string): Promise<PaymentSession> {
  const { payment_session } = await sdk.client.fetch<{ payment_session: PaymentSession }>(
    `/store/secuconnect/payment-sessions/${encodeURIComponent(id)}`,
  )
  return payment_session
}
