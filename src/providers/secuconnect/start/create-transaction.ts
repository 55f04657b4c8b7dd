import { MedusaError } from "@medusajs/framework/utils"
import { nextCheck } from "../../../mapping/decide/back-off"
import { METHOD_FACTS, type Method } from "../../../mapping/methods/methods"
import type { PaymentSource } from "../../../mapping/request/cart"
import { hookUrls } from "../../../mapping/request/hook-urls"
import { SecuconnectMethodError } from "../../../mapping/request/method-error"
import { obstacleToMethod } from "../../../mapping/request/method-limits"
import { toPaymentRequest, type PaymentRequest } from "../../../mapping/request/payment-request"
import { startFailed } from "../../../mapping/request/start-failure"
import type { Language } from "../../../mapping/words/language"
import type { BegunCheckout, CheckoutRow, Settings } from "../../../modules/secuconnect/types"
import type { ProviderDeps } from "../deps"

/** Everything that the request is made from; the ledger's row is written already. */
export interface Creation {
  begun: BegunCheckout
  settings: Settings & { contractId: string }
  /** The cart or order, or why it could not be read. */
  source: PaymentSource | Error
  language: Language
  /** The one to go straight to; null where the shopper chooses on the payment page. */
  method: Method | null
  return_url: string | null
}

/**
 * Creates the Smart Transaction of a payment session, see `startTransaction`.
 *
 * @throws MedusaError for the shopper when there is no payment page to go to
 */
export async function createTransaction(
  deps: ProviderDeps,
  creation: Creation,
): Promise<CheckoutRow> {
  const { begun, language, return_url, source, method } = creation
  const { cart, payment_collection_id = null } = source instanceof Error ? { cart: null } : source
  const started = { language, return_url, cart_id: cart?.id ?? null, payment_collection_id }
  const due_at = nextCheck(0, begun.checkout.created_at)
  try {
    return await deps.ledger.startTransaction(begun.checkout, {
      build: () => buildRequest(deps, creation),
      page: method ?? "general",
      isGeneralAsGood: () => isOnlyMethod(deps, creation),
      noPage: (stx_id) =>
        method ? new SecuconnectMethodError(method, "method_not_offered") : noPage(stx_id),
      fields: { ...started, due_at },
    })
  } catch (error) {
    throw startFailed(error, language)
  }
}

/** Whether the page for all methods has this one and no other. */
async function isOnlyMethod(
  { ledger }: ProviderDeps,
  { begun, method }: Creation,
): Promise<boolean> {
  if (method === null || !METHOD_FACTS[method].selectable) return false
  const offered = await ledger.listOfferedMethods(begun.checkout.currency_code)
  return "methods" in offered && offered.methods.includes(method)
}

/** @throws the error that kept the cart from being read, or SecuconnectMethodError */
function buildRequest({ logger }: ProviderDeps, creation: Creation): PaymentRequest {
  const { begun, source, settings, language, method } = creation
  if (source instanceof Error) throw source
  const { amount, currency_code, reference } = begun.checkout
  const purchase = { amount, currency_code, source }
  const obstacle = method && obstacleToMethod(method, { ...purchase, settings })
  if (obstacle) throw new SecuconnectMethodError(method, obstacle)
  const payment = {
    ...purchase,
    language,
    reference,
    method,
    urls: hookUrls(settings.backendUrl, begun),
  }
  const mapped = toPaymentRequest(payment, settings)
  if (mapped.fallback) {
    const { reason, sum } = mapped.fallback
    const sums = `the lines come to ${String(sum)}, the payment is ${String(amount)}`
    logger.warn(`secuconnect: ${reference}: one line as basket, ${reason}: ${sums}`)
  }
  return mapped
}

function noPage(stx_id: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `${stx_id} has no payment page. Check in secuOffice which payment methods the contract has for this currency.`,
  )
}
