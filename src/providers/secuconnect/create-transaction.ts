import { MedusaError } from "@medusajs/framework/utils"
import { causeOf, settingToCheck, startFailed } from "../../mapping/errors"
import { nextLook } from "../../mapping/back-off"
import type { PaymentSource } from "../../mapping/cart"
import { hookUrls } from "../../mapping/hook-urls"
import type { Language } from "../../mapping/language"
import { toPaymentRequest, type PaymentRequest } from "../../mapping/payment-request"
import type { BegunCheckout, CheckoutRow, Settings } from "../../modules/secuconnect/types"
import { SecuconnectError, type SmartTransaction } from "../../secuconnect"
import type { ProviderDeps } from "./deps"

/** Everything that the request is made from; the ledger's row is written already. */
export interface Creation {
  begun: BegunCheckout
  settings: Settings & { contractId: string }
  /** The cart or order, or why it could not be read. */
  source: PaymentSource | Error
  language: Language
  return_url: string | null
}

/**
 * Sends the one request that creates the Smart Transaction and writes down what became of it.
 *
 * @throws MedusaError for the shopper when there is no payment page to go to
 */
export async function createTransaction(
  deps: ProviderDeps,
  creation: Creation,
): Promise<CheckoutRow> {
  const { begun, language, return_url, source } = creation
  try {
    const { request, digest } = toRequest(deps, creation)
    const transaction = await deps.ledger.client.smartTransactions.create(request)
    return await deps.ledger.updateCheckouts({
      id: begun.checkout.id,
      language,
      return_url,
      digest,
      cart_id: source instanceof Error ? null : (source.cart?.id ?? null),
      ...openState(transaction),
    })
  } catch (error) {
    await giveUp(deps, begun.checkout, error)
    throw startFailed(error, language)
  }
}

/** @throws the error that kept the cart from being read */
function toRequest({ logger }: ProviderDeps, creation: Creation): PaymentRequest {
  const { begun, source, settings, language } = creation
  if (source instanceof Error) throw source
  const { amount, currency_code, reference } = begun.checkout
  const payment = {
    amount,
    currency_code,
    language,
    reference,
    source,
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

/** @throws MedusaError, for the log, when there is no page where a method can be chosen */
function openState(transaction: SmartTransaction) {
  const checkout_url = transaction.payment_links["general"]
  if (!checkout_url) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `${transaction.id} has no payment page. Check in secuOffice which payment methods the contract has for this currency.`,
    )
  }
  return {
    state: "open" as const,
    stx_id: transaction.id,
    stx_status: transaction.status_raw,
    checkout_url,
    due_at: nextLook(0, new Date()),
  }
}

/**
 * No payment page, no payment: the buyer never had a link. A clear refusal is told from a request
 * whose outcome nobody knows.
 */
async function giveUp(deps: ProviderDeps, checkout: CheckoutRow, error: unknown): Promise<void> {
  const unclear = error instanceof SecuconnectError && error.outcomeUnknown
  const state = unclear ? ("unclear" as const) : ("not_created" as const)
  const setting = settingToCheck(error)
  const hint = setting ? ` Check the setting ${setting}.` : ""
  deps.logger.error(
    `secuconnect: no payment could be started (${checkout.reference}, ${state}): ${causeOf(error)}${hint}`,
  )
  await deps.ledger.updateCheckouts({ id: checkout.id, state })
  await deps.ledger.note(checkout.id, "medusa", { finding: state })
}
