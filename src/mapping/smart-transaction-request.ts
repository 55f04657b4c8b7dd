import type { BasketProduct, SmartTransactionRequest } from "../secuconnect"
import { toPeople } from "./buyer"
import type { PaymentSource } from "./cart"
import type { Language } from "./language"
import { limitText } from "./text"

/** What the shop has set, as far as the request shows it. */
export interface RequestSettings {
  contractId: string
  checkoutTemplateId: string | { de: string; en: string }
  demo: boolean
  capture: "automatic" | "manual"
  customer: "send" | "ask"
  lockCustomerData: boolean
  shopName?: string | undefined
  statementDescriptor?: string | undefined
  shop: NonNullable<SmartTransactionRequest["application_context"]["shop_details"]>
}

/** One payment to be started. */
export interface PaymentToStart {
  /** Minor units. */
  amount: number
  /** Any case. */
  currency_code: string
  language: Language
  /** Short id of our ledger's row. */
  reference: string
  source: PaymentSource
  /** See `toBasket`. They sum to `amount`. */
  products: BasketProduct[]
  urls: { success: string; error: string; abort: string; push: string }
}

/**
 * The request that creates the Smart Transaction.
 *
 * @see https://developer.secuconnect.com/integration/Create_the_Smart_Transaction_for_Webshops.html
 */
export function toSmartTransactionRequest(
  payment: PaymentToStart,
  settings: RequestSettings,
): SmartTransactionRequest {
  const { amount, source } = payment
  return {
    is_demo: settings.demo,
    contract: { id: settings.contractId },
    intent: "sale",
    ...toPeople(source.cart, settings.customer),
    basket: { products: payment.products },
    basket_info: { sum: amount, currency: payment.currency_code.toUpperCase() },
    merchantRef: payment.reference,
    transactionRef: limitText(`${settings.shopName ?? ""} ${payment.reference}`, PURPOSE_LIMIT),
    application_context: applicationContext(payment, settings),
    payment_context: {
      auto_capture: settings.capture === "automatic",
      ...(settings.statementDescriptor
        ? { dynamic_descriptor: { merchant_name: settings.statementDescriptor } }
        : {}),
    },
  }
}

function applicationContext(
  { language, urls }: PaymentToStart,
  settings: RequestSettings,
): SmartTransactionRequest["application_context"] {
  const template = settings.checkoutTemplateId
  return {
    checkout_template: typeof template === "string" ? template : template[language],
    language,
    return_urls: {
      url_success: urls.success,
      url_error: urls.error,
      url_abort: urls.abort,
      url_push: urls.push,
    },
    ...(settings.lockCustomerData ? { locks: { customer: true, shipping_address: true } } : {}),
    shop_details: settings.shop,
  }
}

/** SEPA's purpose holds 140 characters; secuconnect adds its own TA code. */
const PURPOSE_LIMIT = 100
