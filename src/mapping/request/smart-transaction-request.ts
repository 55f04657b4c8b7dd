import { domainToUnicode } from "node:url"
import type { BasketProduct, SmartTransactionRequest } from "../../secuconnect"
import { toPeople, type People } from "./customer"
import { boughtIn, type PaymentSource } from "./cart"
import type { Language } from "../words/language"
import { METHOD_FACTS, type Method } from "../methods/methods"
import { toReferences } from "./references"

type ApplicationContext = SmartTransactionRequest["application_context"]

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
  /** The one that the shopper has chosen in the shop. */
  method?: Method | null | undefined
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
  const people = toPeople(boughtIn(source), settings.customer)
  return {
    is_demo: settings.demo,
    contract: { id: settings.contractId },
    intent: "sale",
    ...people,
    basket: { products: payment.products },
    basket_info: { sum: amount, currency: payment.currency_code.toUpperCase() },
    ...toReferences({
      shop: settings.shopName ?? readable(settings.shop.shop_domain),
      language: payment.language,
      order_number: source.order_number,
      reference: payment.reference,
    }),
    application_context: {
      ...applicationContext(payment, settings),
      ...(settings.lockCustomerData ? locksFor(people) : {}),
    },
    payment_context: {
      auto_capture: settings.capture === "automatic",
      ...(payment.method && METHOD_FACTS[payment.method].selectable
        ? { payment_methods: [payment.method] }
        : {}),
      ...(settings.statementDescriptor
        ? { dynamic_descriptor: { merchant_name: settings.statementDescriptor } }
        : {}),
    },
  }
}

/** "bücher.example" of "xn--bcher-kva.example". */
function readable(domain: string): string {
  return domainToUnicode(domain) || domain
}

function applicationContext(
  { language, urls }: PaymentToStart,
  settings: RequestSettings,
): ApplicationContext {
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
    shop_details: settings.shop,
  }
}

/** What the payment page has to ask for cannot be locked. */
function locksFor({ customer, shipping_address }: People): Pick<ApplicationContext, "locks"> {
  if (customer.contact) return { locks: { customer: true, shipping_address: true } }
  return shipping_address ? { locks: { shipping_address: true } } : {}
}
