import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { hookUrls } from "../../mapping/request/hook-urls"
import { toPaymentRequest } from "../../mapping/request/payment-request"
import { settingToCheck } from "../../mapping/request/start-failure"
import { moneyRequestFailed, notAllowed } from "../../mapping/words/errors"
import type { Language } from "../../mapping/words/language"
import { MISSING_CONTRACT } from "../../mapping/words/messages"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { resolveDeps, type Deps } from "../deps"

/** One euro, in cents. */
const AMOUNT = 100
const CURRENCY = "eur"
const NO_CART = { cart: null, automatic_codes: [], order_number: null }

const NO_TEST_MODE =
  "Test mode is refused, as secupay says of its live system: " +
  'test on its test system (environment: "testing" in medusa-config).'

export interface StartTestPaymentInput {
  /** Of the payment page; English unless told otherwise. */
  language?: Language
}

async function startTestPayment(
  deps: Deps,
  { language = "en" }: StartTestPaymentInput,
): Promise<CheckoutRow> {
  const { ledger } = deps
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
  const { reference } = begun.checkout
  const urls = hookUrls(settings.backendUrl, begun)
  const payment = { ...expected, language, reference, source: NO_CART, urls }
  try {
    return await ledger.startTransaction(begun.checkout, {
      build: () => toPaymentRequest(payment, { ...settings, contractId, demo: true }),
      page: "general",
      noPage,
      fields: { language },
    })
  } catch (error) {
    throw toMerchantError(error)
  }
}

function noPage(): MedusaError {
  const message =
    "secuconnect: the contract has no payment method for a test payment in euros. On its live system secupay may offer none in test mode."
  return notAllowed(message, "secuconnect_refused")
}

function toMerchantError(error: unknown): MedusaError {
  if (error instanceof MedusaError) return error
  const setting = settingToCheck(error)
  const failed = moneyRequestFailed("the test payment", error)
  if (!setting) return failed
  const advice = setting === "demo" ? NO_TEST_MODE : `Check the setting ${setting}.`
  return notAllowed(`${failed.message} ${advice}`, "secuconnect_refused")
}

const startTestPaymentId = "secuconnect-start-test-payment"

const startTestPaymentStep = createStep(
  startTestPaymentId,
  async (input: StartTestPaymentInput, { container }) =>
    new StepResponse(await startTestPayment(resolveDeps(container), input)),
)

/**
 * Creates a payment of one euro in test mode that belongs to no cart, to try the payment page with
 * the settings in force. It can lead to no order, and no money moves.
 *
 * @example
 * const { result } = await startTestPaymentWorkflow(deps).run({ input: { language: "de" } })
 * console.log(result.checkout_url)
 *
 * @returns the ledger's row, with `checkout_url`
 * @throws MedusaError (`not_allowed`) with the cause, and the setting to check where one is known
 */
export const startTestPaymentWorkflow = createWorkflow(
  startTestPaymentId,
  (input: StartTestPaymentInput) => new WorkflowResponse(startTestPaymentStep(input)),
)
