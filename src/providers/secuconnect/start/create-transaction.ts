import { MedusaError } from "@medusajs/framework/utils"
import { causeOf } from "../../../mapping/words/errors"
import { settingToCheck, startFailed } from "../../../mapping/request/start-failure"
import { nextCheck } from "../../../mapping/decide/back-off"
import type { PaymentSource } from "../../../mapping/request/cart"
import { hookUrls } from "../../../mapping/request/hook-urls"
import type { Language } from "../../../mapping/words/language"
import { SecuconnectMethodError } from "../../../mapping/request/method-error"
import { obstacleToMethod } from "../../../mapping/request/method-limits"
import type { Method } from "../../../mapping/methods/methods"
import { toPaymentRequest, type PaymentRequest } from "../../../mapping/request/payment-request"
import type { BegunCheckout, CheckoutRow, Settings } from "../../../modules/secuconnect/types"
import { SecuconnectError, type SmartTransaction } from "../../../secuconnect"
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
 * Sends the one request that creates the Smart Transaction and writes down what became of it.
 *
 * @throws MedusaError for the shopper when there is no payment page to go to
 */
export async function createTransaction(
  deps: ProviderDeps,
  creation: Creation,
): Promise<CheckoutRow> {
  const { begun, language, return_url, source } = creation
  const { request, digest } = await requestOrGiveUp(deps, creation)
  try {
    const transaction = await deps.ledger.client.smartTransactions.create(request)
    const checkout_url = await pageOf(deps, creation, transaction)
    return await deps.ledger.updateCheckouts({
      id: begun.checkout.id,
      language,
      return_url,
      digest,
      cart_id: source instanceof Error ? null : (source.cart?.id ?? null),
      creation: "open",
      stx_id: transaction.id,
      stx_status: transaction.status_raw,
      checkout_url,
      due_at: nextCheck(0, new Date()),
    })
  } catch (error) {
    await giveUp(deps, begun.checkout, { error, finding: findingOf(error) })
    throw startFailed(error, language)
  }
}

/** What keeps the request from being made is no refusal by secuconnect, which was never asked. */
async function requestOrGiveUp(deps: ProviderDeps, creation: Creation): Promise<PaymentRequest> {
  try {
    return toRequest(deps, creation)
  } catch (error) {
    await giveUp(deps, creation.begun.checkout, { error, finding: "not_sent" })
    throw startFailed(error, creation.language)
  }
}

/** A clear refusal, or a request whose outcome nobody knows. */
function findingOf(error: unknown): "unclear" | "not_created" {
  const isUnclear = error instanceof SecuconnectError && error.outcomeUnknown
  return isUnclear ? "unclear" : "not_created"
}

/** @throws the error that kept the cart from being read, or SecuconnectMethodError */
function toRequest({ logger }: ProviderDeps, creation: Creation): PaymentRequest {
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

/**
 * Where the shopper goes. Without such a page the Smart Transaction is taken back.
 *
 * @throws an error for the log when there is no page for the method, or none to choose one on
 */
async function pageOf(
  deps: ProviderDeps,
  { begun, method }: Creation,
  { id, payment_links }: SmartTransaction,
): Promise<string> {
  const page = payment_links[method ?? "general"]
  if (page) return page
  await withdraw(deps, begun.checkout, id)
  throw method ? new SecuconnectMethodError(method, "method_not_offered") : noPage(id)
}

function noPage(id: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `${id} has no payment page. Check in secuOffice which payment methods the contract has for this currency.`,
  )
}

/** Nobody was given a link to it; it is cancelled all the same, and can be found by its id. */
async function withdraw(deps: ProviderDeps, checkout: CheckoutRow, stx_id: string): Promise<void> {
  await deps.ledger.updateCheckouts({ id: checkout.id, stx_id })
  try {
    await deps.ledger.client.smartTransactions.cancel(stx_id)
  } catch (error) {
    const { reference } = checkout
    deps.logger.warn(
      `secuconnect: ${reference}: ${stx_id} could not be cancelled: ${causeOf(error)}`,
    )
  }
}

interface Failure {
  error: unknown
  finding: "not_sent" | "not_created" | "unclear"
}

/** No payment page, no payment: the shopper never had a link. */
async function giveUp(
  deps: ProviderDeps,
  checkout: CheckoutRow,
  { error, finding }: Failure,
): Promise<void> {
  const creation = finding === "unclear" ? finding : "not_created"
  const setting = settingToCheck(error)
  const hint = setting ? ` Check the setting ${setting}.` : ""
  const problem = `${causeOf(error)}${hint}`
  deps.logger.error(
    `secuconnect: no payment could be started (${checkout.reference}, ${finding}): ${problem}`,
  )
  await deps.ledger.updateCheckouts({ id: checkout.id, creation })
  await deps.ledger.note(checkout.id, "medusa", { finding, detail: { problem } })
}
