import type { BigNumberInput } from "@medusajs/framework/types"
import { boughtIn, type PaymentSource } from "../../../mapping/request/cart"
import {
  currencyProblem,
  describeCurrencyProblem,
  toMinorUnits,
} from "../../../mapping/words/currency"
import { invalidData, notAllowed } from "../../../mapping/words/errors"
import { pickLanguage, type Language } from "../../../mapping/words/language"
import { MISSING_CONTRACT } from "../../../mapping/words/messages"
import type { Method } from "../../../mapping/methods/methods"
import { checkReturnUrl } from "../../../mapping/request/return-url"
import { texts } from "../../../mapping/words/texts"
import { readPaymentSource } from "../../../medusa/read-cart"
import type { CheckoutRow, NewCheckout, Settings } from "../../../modules/secuconnect/types"
import { createTransaction } from "./create-transaction"
import type { ProviderDeps } from "../deps"

/** What Medusa and the storefront say of the payment to start. */
export interface PaymentStart {
  session_id: string
  /** Major units, unrounded. */
  amount: BigNumberInput
  currency_code: string
  /** From the browser: checked, never believed. */
  return_url: unknown
  /** From the browser: a hint. */
  locale: unknown
  /** The provider's one method; null where the shopper chooses on the payment page. */
  method: Method | null
}

/**
 * Creates the Smart Transaction of a payment session: the ledger's row first, then one request.
 *
 * @returns the ledger's row, creation `open`
 * @throws MedusaError for the shopper; the cause is logged and written to the row
 */
export async function startPayment(deps: ProviderDeps, start: PaymentStart): Promise<CheckoutRow> {
  const settings = await deps.ledger.getSettings()
  const { contractId, expected, return_url } = checkStart(deps, start, settings)

  // Side by side: neither needs the other, and the shopper waits for both.
  const [begun, source] = await Promise.all([
    deps.ledger.beginCheckout({
      payment_session_id: start.session_id,
      requested_method: start.method,
      ...expected,
    }),
    readPaymentSource(deps.query, start.session_id).catch(toError),
  ])
  const language = languageOf(start, source, settings)
  return await createTransaction(deps, {
    begun,
    source,
    method: start.method,
    settings: { ...settings, contractId },
    language,
    return_url,
  })
}

/** What is to be paid, and where to, once nothing is in the way that can be seen before. */
interface CheckedStart {
  contractId: string
  expected: Pick<NewCheckout, "amount" | "currency_code" | "contract_id" | "is_demo">
  return_url: string | null
}

/** @throws MedusaError for the shopper, before anything is written or sent */
export function checkStart(
  deps: ProviderDeps,
  start: PaymentStart,
  settings: Settings,
): CheckedStart {
  const { contractId } = settings
  if (!contractId) {
    deps.logger.error(MISSING_CONTRACT)
    throw notAllowed(MISSING_CONTRACT, "secuconnect_not_configured")
  }
  refuseCurrency(deps, start)
  const back = checkReturnUrl(start.return_url, returnOrigins(settings))
  if (!back.ok) throw invalidData(back.problem, "secuconnect_return_url_not_allowed")
  const expected = {
    amount: toPayableAmount(start),
    currency_code: start.currency_code.toLowerCase(),
    contract_id: contractId,
    is_demo: settings.demo,
  }
  return { contractId, expected, return_url: back.url ?? settings.storefrontReturnUrl ?? null }
}

/** A cart that cannot be read must not leave the row without a word: it is told from there. */
function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error("The cart could not be read.")
}

function refuseCurrency({ logger }: ProviderDeps, { currency_code, locale }: PaymentStart): void {
  const problem = currencyProblem(currency_code)
  if (!problem) return
  logger.error(
    `secuconnect: no payment was started. ${describeCurrencyProblem(currency_code, problem)}`,
  )
  const language = pickLanguage({ locales: [locale] })
  throw notAllowed(texts[language].currency_not_offered, "secuconnect_currency_not_offered")
}

function toPayableAmount({ amount, currency_code, locale }: PaymentStart): number {
  const minor = minorUnitsOf(amount, currency_code)
  if (minor > 0 && Number.isSafeInteger(minor)) return minor
  const language = pickLanguage({ locales: [locale] })
  throw notAllowed(texts[language].amount_invalid, "secuconnect_amount_invalid")
}

/** What is no number at all is as little payable as nothing. */
function minorUnitsOf(amount: BigNumberInput, currency_code: string): number {
  try {
    return toMinorUnits(amount, currency_code)
  } catch {
    return 0
  }
}

export function languageOf(
  start: PaymentStart,
  source: PaymentSource | Error,
  settings: Settings,
): Language {
  const cart = source instanceof Error ? null : boughtIn(source)
  const address = cart?.billing_address ?? cart?.shipping_address
  return pickLanguage({
    locales: [start.locale, cart?.locale],
    country: address?.country_code,
    fallback: settings.language,
  })
}

/** The configured page's own origin is allowed as well. */
function returnOrigins({ returnOrigins, storefrontReturnUrl }: Settings): (string | RegExp)[] {
  return storefrontReturnUrl
    ? [...returnOrigins, new URL(storefrontReturnUrl).origin]
    : returnOrigins
}
