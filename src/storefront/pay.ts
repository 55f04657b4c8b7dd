import type { StoreCheckoutResponse } from "../http-types"
import { failure, type Result } from "./failure"
import { field, isWebAddress, textIn } from "./read"
import { ask, type StoreClient } from "./store-client"

export interface StartPayment {
  cart_id: string
  provider_id: string
  /** The storefront's page for the return, an absolute address; else the plugin's `storefrontReturnUrl`. */
  return_url?: string | undefined
  /** Of the payment page: `de`, `en` or a longer tag; the client's unless given. */
  locale?: string | undefined
}

export interface StartedPayment {
  payment_session_id: string
  /** Whether the shopper pays on a page of its own. If not, complete the cart. */
  has_payment_page: boolean
}

/** Starts a payment. Starting again, after a failure or with another provider, replaces the session. */
export async function startPayment(
  client: StoreClient,
  { cart_id, provider_id, return_url, locale = client.locale }: StartPayment,
): Promise<Result<StartedPayment>> {
  const collection = await ask(client, {
    path: "/store/payment-collections",
    method: "POST",
    body: { cart_id },
    read: (body) => idIn(field(body, "payment_collection")),
  })
  if (!collection.ok) return collection
  return ask(client, {
    path: `/store/payment-collections/${encodeURIComponent(collection.id)}/payment-sessions`,
    method: "POST",
    body: { provider_id, data: { ...(return_url && { return_url }), locale } },
    read: (body) => sessionIn(field(body, "payment_collection"), provider_id),
  })
}

function idIn(value: unknown): { id: string } | undefined {
  const id = textIn(value, "id")
  return id === null ? undefined : { id }
}

function sessionIn(collection: unknown, providerId: string): StartedPayment | undefined {
  const sessions = field(collection, "payment_sessions")
  if (!Array.isArray(sessions)) return undefined
  const ofProvider = sessions.filter((session) => textIn(session, "provider_id") === providerId)
  // One that was paid, or has failed, may still be there.
  const session: unknown =
    ofProvider.find((candidate) => textIn(candidate, "status") === "pending") ?? ofProvider[0]
  const found = idIn(session)
  if (!found) return undefined
  const data = field(session, "data")
  // Where the order comes first there is a page as soon as it is placed.
  const isOrderFirst = field(data, "order_first") === true
  const has_payment_page = isOrderFirst || textIn(data, "checkout_url") !== null
  return { payment_session_id: found.id, has_payment_page }
}

/**
 * Where the shopper pays, asked right before the whole page goes there, never a frame:
 * `window.location.assign(checkout_url)`.
 */
export async function retrieveCheckoutUrl(
  client: StoreClient,
  payment_session_id: string,
): Promise<Result<{ checkout_url: string }>> {
  return ask(client, {
    path: `/store/secuconnect/payment-sessions/${encodeURIComponent(payment_session_id)}/checkout`,
    method: "POST",
    read: (body) =>
      isCheckout(body) ? { checkout_url: body.payment_session.checkout_url } : undefined,
  })
}

function isCheckout(body: unknown): body is StoreCheckoutResponse {
  return isWebAddress(field(field(body, "payment_session"), "checkout_url"))
}

/** Starts a payment, and says where to go: null where the provider has no page: complete the cart. */
export async function pay(
  client: StoreClient,
  payment: StartPayment,
): Promise<Result<{ payment_session_id: string; checkout_url: string | null }>> {
  const started = await startPayment(client, payment)
  if (!started.ok) return started
  const { payment_session_id, has_payment_page } = started
  if (!has_payment_page) return { ok: true, payment_session_id, checkout_url: null }
  const checkout = await retrieveCheckoutUrl(client, payment_session_id)
  return checkout.ok ? { ...checkout, payment_session_id } : checkout
}

/** Places the order: for a cart with nothing to pay, and for providers without a page. */
export async function completeCart(
  client: StoreClient,
  cart_id: string,
): Promise<Result<{ order_id: string }>> {
  const completed = await ask(client, {
    path: `/store/carts/${encodeURIComponent(cart_id)}/complete`,
    method: "POST",
    read: (body) => ({ order: textIn(field(body, "order"), "id"), error: field(body, "error") }),
  })
  if (!completed.ok) return completed
  const { order, error } = completed
  if (order !== null) return { ok: true, order_id: order }
  // Medusa answers 200 where the payment is not there, with the sentence of the provider.
  const refused = failure("refused", client.locale, 200)
  return { ...refused, message: textIn(error, "message") ?? refused.message }
}
