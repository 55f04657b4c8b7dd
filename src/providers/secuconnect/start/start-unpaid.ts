import { SecuconnectMethodError } from "../../../mapping/request/method-error"
import { obstacleToMethod } from "../../../mapping/request/method-limits"
import type { PaymentSource } from "../../../mapping/request/cart"
import { startFailed } from "../../../mapping/request/start-failure"
import { causeOf } from "../../../mapping/words/errors"
import { readPaymentSource } from "../../../medusa/read-cart"
import type { Settings, UnpaidOrderRow } from "../../../modules/secuconnect/types"
import type { ProviderDeps } from "../deps"
import { checkStart, languageOf, type PaymentStart } from "./start-payment"

/**
 * Order first: the ledger's row that lets the cart of a payment session be ordered before it is paid.
 * Nothing is sent to secuconnect.
 *
 * @returns null where the payment comes first: the setting `orderFirst` is off, or an order is paid
 * @throws MedusaError for the shopper, as `startPayment` does
 */
export async function startUnpaid(
  deps: ProviderDeps,
  start: PaymentStart,
): Promise<UnpaidOrderRow | null> {
  const settings = await deps.ledger.getSettings()
  if (!settings.orderFirst) return null
  const source = await readSource(deps, start)
  if (!source?.cart) return null
  const { expected } = checkStart(deps, start, settings)
  const { amount, currency_code, is_demo } = expected
  const language = languageOf(start, source, settings)
  const obstacle = await obstacleOf(deps, start, { amount, currency_code, source, settings })
  if (obstacle) {
    deps.logger.warn(`secuconnect: no order can be placed: ${causeOf(obstacle)}`)
    throw startFailed(obstacle, language)
  }
  return await deps.ledger.unpaidOrders.begin({
    ...{ payment_session_id: start.session_id, cart_id: source.cart.id, language },
    ...{ amount, currency_code, is_demo },
  })
}

/** What cannot be read is told by the start of the payment. */
async function readSource(
  { query }: ProviderDeps,
  { session_id }: PaymentStart,
): Promise<PaymentSource | null> {
  return await readPaymentSource(query, session_id).catch(() => null)
}

/** Nobody orders with a method that the order cannot be paid with afterwards. */
async function obstacleOf(
  { ledger }: ProviderDeps,
  { method }: PaymentStart,
  purchase: { amount: number; currency_code: string; source: PaymentSource; settings: Settings },
): Promise<SecuconnectMethodError | null> {
  if (method === null) return null
  const limit = obstacleToMethod(method, purchase)
  if (limit) return new SecuconnectMethodError(method, limit)
  const offered = await ledger.listOfferedMethods(purchase.currency_code)
  const isOffered = !("methods" in offered) || offered.methods.includes(method)
  return isOffered ? null : new SecuconnectMethodError(method, "method_not_offered")
}
