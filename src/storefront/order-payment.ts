import type { StoreOrderPaymentResponse, StorePaymentLinkResponse } from "../http-types"
import type { Result } from "./failure"
import { field, isWebAddress } from "./read"
import { ask, type StoreClient } from "./store-client"

/**
 * How an order is paid. Ask for every order: one that waits for a transfer has no payment in Medusa.
 * `payment` is null for an order that was not paid with secuconnect; `can_be_paid` says whether to show
 * "Pay now".
 */
export async function retrieveOrderPayment(
  client: StoreClient,
  order_id: string,
): Promise<Result<StoreOrderPaymentResponse>> {
  return ask(client, {
    path: `/store/secuconnect/orders/${encodeURIComponent(order_id)}`,
    read: (body) => (isOrderPayment(body) ? body : undefined),
  })
}

function isOrderPayment(body: unknown): body is StoreOrderPaymentResponse {
  const hasPayment = typeof field(body, "payment") === "object"
  return hasPayment && typeof field(body, "can_be_paid") === "boolean"
}

/** "Pay now", or pay again: where an order with money open is paid. The whole page goes there. */
export async function createPaymentLink(
  client: StoreClient,
  order_id: string,
): Promise<Result<{ url: string }>> {
  return ask(client, {
    path: `/store/secuconnect/orders/${encodeURIComponent(order_id)}/payment-links`,
    method: "POST",
    read: (body) => (isPaymentLink(body) ? { url: body.payment_link.url } : undefined),
  })
}

function isPaymentLink(body: unknown): body is StorePaymentLinkResponse {
  return isWebAddress(field(field(body, "payment_link"), "url"))
}
