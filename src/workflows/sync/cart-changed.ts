import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PaymentSource } from "../../mapping/request/cart"
import { causeOf } from "../../mapping/words/errors"
import { pickLanguage } from "../../mapping/words/language"
import { toPaymentRequest } from "../../mapping/request/payment-request"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow } from "../../modules/secuconnect/types"

// Addresses are no part of the fingerprint.
const NO_URLS = { success: "", error: "", abort: "", push: "" }

/** Whether the buyer was shown something else than what the cart says now. */
export async function hasCartChanged(
  container: MedusaContainer,
  checkout: CheckoutRow,
  source: PaymentSource,
): Promise<boolean> {
  const settings = await container.resolve(SECUCONNECT_MODULE).getSettings()
  const { amount, currency_code, reference, contract_id } = checkout
  const language = pickLanguage({ locales: [checkout.language] })
  const payment = { amount, currency_code, reference, language, source, urls: NO_URLS }
  const { digest } = toPaymentRequest(payment, { ...settings, contractId: contract_id })
  return digest !== checkout.digest
}

/** The order stands whatever comes out: where the cart cannot be compared, only this remark is missing. */
export async function findCartChange(
  container: MedusaContainer,
  checkout: CheckoutRow,
): Promise<{ cart_changed?: boolean }> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const cart_changed = await hasCartChanged(
      container,
      checkout,
      await readSource(container, checkout),
    )
    if (cart_changed) logger.warn(`secuconnect: ${checkout.reference}: the cart changed meanwhile.`)
    return { cart_changed }
  } catch (error) {
    logger.warn(`secuconnect: ${checkout.reference}: the cart was not compared: ${causeOf(error)}`)
    return {}
  }
}

/** What the session of a checkout pays for now; null when the session is gone. */
export async function readSource(
  container: MedusaContainer,
  checkout: CheckoutRow,
): Promise<PaymentSource> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const ledger = container.resolve(SECUCONNECT_MODULE)
  return await ledger.readPaymentSource(query, checkout.payment_session_id)
}
