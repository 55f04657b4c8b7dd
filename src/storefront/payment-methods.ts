import type {
  StorePaymentMethod,
  StorePaymentMethodsParams,
  StorePaymentMethodsResponse,
} from "../http-types"
import type { Result } from "./failure"
import { field } from "./read"
import { ask, type StoreClient } from "./store-client"

/**
 * How a cart can be paid, in the order to show it, with names, descriptions and icons: each once.
 * Ask again when the address, the shipping or the total changes.
 */
export async function listPaymentMethods(
  client: StoreClient,
  { cart_id, locale = client.locale }: StorePaymentMethodsParams,
): Promise<Result<StorePaymentMethodsResponse>> {
  return ask(client, {
    path: "/store/secuconnect/payment-methods",
    query: { cart_id, locale },
    read: (body) => (isMethods(body) ? { payment_methods: once(body.payment_methods) } : undefined),
  })
}

function isMethods(body: unknown): body is StorePaymentMethodsResponse {
  return Array.isArray(field(body, "payment_methods"))
}

/** Of two providers with the same method, the first. */
function once(methods: StorePaymentMethod[]): StorePaymentMethod[] {
  const names = methods.map(({ method }) => method)
  return methods.filter(({ method }, index) => names.indexOf(method) === index)
}
