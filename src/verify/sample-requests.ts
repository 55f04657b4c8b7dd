import type { BasketProduct, Contact, SmartTransactionRequest } from "../secuconnect"
import type { Access } from "./play"

/** Nobody's data: example.com belongs to no one. */
export const CUSTOMER: Contact = {
  forename: "Erika",
  surname: "Mustermann",
  email: "erika.mustermann@example.com",
  phone: "+4930123456",
  address: {
    street: "Musterstraße",
    street_number: "7a",
    postal_code: "01099",
    city: "Dresden",
    country: "DE",
  },
}

export const RECIPIENT: Contact = {
  forename: "Max",
  surname: "Mustermann",
  companyname: "Muster GmbH",
  ...(CUSTOMER.address ? { address: CUSTOMER.address } : {}),
}

export const ARTICLE: BasketProduct = {
  id: 1,
  item_type: "article",
  desc: "Blue mug",
  articleNumber: "MUG-1",
  quantity: 2,
  priceOne: 12_500,
  tax: 19,
  reference_id: "line-1",
}
export const SHIPPING: BasketProduct = {
  id: 2,
  item_type: "shipping",
  desc: "Parcel",
  quantity: 1,
  priceOne: 495,
  tax: 19,
}
export const COUPON: BasketProduct = {
  id: 3,
  item_type: "coupon",
  desc: "Welcome",
  quantity: 1,
  priceOne: 185,
  tax: 19,
}

/** Minor units: 2 × 125.00 + 4.95, enough for easyCredit. */
export const SUM = 25_495
const RETURN_PAGE = "https://shop.example.com/verify"

/** What the plugin sends for an ordinary cart, in test mode. */
export function ordinaryRequest({ contractId, templateId }: Access): SmartTransactionRequest {
  return {
    is_demo: true,
    intent: "sale",
    contract: { id: contractId },
    customer: { contact: CUSTOMER },
    basket: { products: [ARTICLE, SHIPPING] },
    basket_info: { sum: SUM, currency: "EUR" },
    merchantRef: "verify-1",
    transactionRef: "Verify 1",
    application_context: {
      checkout_template: templateId,
      language: "de",
      return_urls: {
        url_success: `${RETURN_PAGE}/success`,
        url_error: `${RETURN_PAGE}/error`,
        url_abort: `${RETURN_PAGE}/abort`,
        url_push: `${RETURN_PAGE}/push`,
      },
      shop_details: {
        shop_system: "Medusa",
        shop_system_version: "2",
        shop_domain: "shop.example.com",
        plugin_vendor: "medusa-payment-secuconnect",
        plugin_version: "0",
      },
    },
    payment_context: { auto_capture: true },
  }
}
