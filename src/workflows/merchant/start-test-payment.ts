import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { causeOf, moneyRequestFailed, notAllowed } from "../../mapping/words/errors"
import { settingToCheck } from "../../mapping/request/start-failure"
import { hookUrls } from "../../mapping/request/hook-urls"
import type { Language } from "../../mapping/words/language"
import { MISSING_CONTRACT } from "../../mapping/words/messages"
import { toPaymentRequest } from "../../mapping/request/payment-request"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { SecuconnectError } from "../../secuconnect"

/** One euro, in cents. */
const AMOUNT = 100
const CURRENCY = "eur"
const NO_CART = { cart: null, automatic_codes: [], order_number: null }

/**
 * Creates a demo payment of one euro that belongs to no cart, to try the payment page with the
 * settings in force. It can lead to no order, and no money moves.
 *
 * @returns the ledger's row, with `checkout_url`
 * @throws MedusaError for the merchant, with the cause and the setting to check
 */
export async function startTestPayment(
  container: MedusaContainer,
  language: Language,
): Promise<CheckoutRow> {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const settings = await ledger.getSettings()
  const { contractId } = settings
  if (!contractId) throw notAllowed(MISSING_CONTRACT, "secuconnect_not_configured")
  const expected = { amount: AMOUNT, currency_code: CURRENCY, contract_id: contractId }
  const begun = await ledger.beginCheckout({
    ...expected,
    is_demo: true,
    is_test_payment: true,
    payment_session_id: "",
  })
  const { id, reference } = begun.checkout
  const urls = hookUrls(settings.backendUrl, begun)
  const { request } = toPaymentRequest(
    { ...expected, language, reference, source: NO_CART, urls },
    { ...settings, contractId, demo: true },
  )
  try {
    const transaction = await ledger.client.smartTransactions.create(request)
    const checkout_url = transaction.payment_links["general"] ?? null
    if (!checkout_url) throw noPaymentPage()
    const stx_status = transaction.status_raw
    const open = { creation: "open", stx_id: transaction.id, stx_status, checkout_url } as const
    return await ledger.updateCheckouts({ id, language, ...open })
  } catch (error) {
    const unclear = error instanceof SecuconnectError && error.outcomeUnknown
    await ledger.updateCheckouts({ id, creation: unclear ? "unclear" : "not_created" })
    throw told(container, error)
  }
}

function noPaymentPage(): MedusaError {
  const message = "secuconnect: the contract has no payment method for a demo payment in euros."
  return notAllowed(message, "secuconnect_refused")
}

function told(container: MedusaContainer, error: unknown): MedusaError {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.warn(`secuconnect: no test payment: ${causeOf(error)}`)
  if (error instanceof MedusaError) return error
  const setting = settingToCheck(error)
  const failed = moneyRequestFailed("the test payment", error)
  return setting
    ? notAllowed(`${failed.message} Check the setting ${setting}.`, "secuconnect_refused")
    : failed
}
