import type { PaymentSource } from "../../mapping/request/cart"
import { causeOf } from "../../mapping/words/errors"
import { pickLanguage } from "../../mapping/words/language"
import { toPaymentRequest } from "../../mapping/request/payment-request"
import { readPaymentSource } from "../../medusa/read-cart"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

// Addresses are no part of the fingerprint.
const NO_URLS = { success: "", error: "", abort: "", push: "" }

/** The setting may have been another when the payment was started. */
const DETAILS = ["full", "single_line"] as const

/** Whether the customer was shown something else than what the cart says now. */
export async function hasCartChanged(
  deps: Deps,
  checkout: CheckoutRow,
  source: PaymentSource,
): Promise<boolean> {
  const settings = await deps.ledger.getSettings()
  const { amount, currency_code, reference, contract_id } = checkout
  const language = pickLanguage({ locales: [checkout.language] })
  const payment = { amount, currency_code, reference, language, source, urls: NO_URLS }
  const digests = DETAILS.map(
    (basket) => toPaymentRequest(payment, { ...settings, basket, contractId: contract_id }).digest,
  )
  return !digests.includes(checkout.digest ?? "")
}

/** The order stands whatever comes out: where the cart cannot be compared, only this remark is missing. */
export async function findCartChange(
  deps: Deps,
  checkout: CheckoutRow,
): Promise<{ cart_changed?: boolean; is_cart_compared?: true }> {
  const { logger, query } = deps
  try {
    const source = await readPaymentSource(query, checkout.payment_session_id, {
      before_order: checkout.cart_id !== null,
    })
    const cart_changed = await hasCartChanged(deps, checkout, source)
    if (cart_changed) logger.warn(`secuconnect: ${checkout.reference}: the cart changed meanwhile.`)
    return { cart_changed, is_cart_compared: true }
  } catch (error) {
    logger.warn(`secuconnect: ${checkout.reference}: the cart was not compared: ${causeOf(error)}`)
    return {}
  }
}
