import { createHash } from "node:crypto"
import type { SmartTransactionRequest } from "../../secuconnect"
import { toBasket, type Basket } from "./basket"
import {
  toSmartTransactionRequest,
  type PaymentToStart,
  type RequestSettings,
} from "./smart-transaction-request"

/** The request that starts a payment, with what the ledger keeps of it. */
export interface PaymentRequest {
  request: SmartTransactionRequest
  /** See `digestOf`. */
  digest: string
  fallback: Basket["fallback"]
}

/** Basket, people and settings of a payment as one request to secuconnect. */
export function toPaymentRequest(
  payment: Omit<PaymentToStart, "products">,
  settings: RequestSettings & { basket: "full" | "single_line" },
): PaymentRequest {
  const { products, fallback } = toBasket({ ...payment, detail: settings.basket })
  const request = toSmartTransactionRequest({ ...payment, products }, settings)
  return { request, digest: digestOf(request), fallback }
}

/**
 * A fingerprint of everything that the customer sees on the payment page and that ends up on papers:
 * two carts with the same one need no new Smart Transaction. Addresses and settings of the shop are
 * left out, and so are Medusa's ids: the same shipping, chosen again, gets a new one. The order of
 * the lines says nothing: a database may change it. The reference salts it, so that nobody can guess a customer from it.
 */
function digestOf(request: SmartTransactionRequest): string {
  const { merchantRef, customer, shipping_address, basket, basket_info } = request
  const lines = basket?.products
    .map((line) => JSON.stringify({ ...line, id: undefined, reference_id: undefined }))
    .sort()
  const shown = { merchantRef, customer, shipping_address, lines, basket_info }
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex")
}
