import type { SmartTransactionRequest } from "../../secuconnect"
import type { Play } from "../play"
import {
  ARTICLE,
  COUPON,
  CUSTOMER,
  ordinaryRequest,
  RECIPIENT,
  SHIPPING,
  SUM,
} from "../sample-requests"

export const CREATE = { method: "POST", path: "/Smart/Transactions" } as const

/** Changes of an ordinary request, by the name of their step. */
type Forms = Record<string, (ordinary: SmartTransactionRequest) => object>

/** Every form that the plugin itself may send. */
const SENT: Forms = {
  "an ordinary cart": () => ({}),
  "without a basket": () => ({ basket: undefined }),
  "one line with the total": () => ({
    basket: { products: [{ ...ARTICLE, quantity: 1, priceOne: SUM }] },
  }),
  "a discount": () => ({
    basket: { products: [ARTICLE, SHIPPING, COUPON] },
    basket_info: { sum: SUM - COUPON.priceOne, currency: "EUR" },
  }),
  "the payment page asks for the customer": () => ({ customer: {} }),
  "the customer is a company": () => ({
    customer: { contact: { ...CUSTOMER, companyname: "Muster GmbH" } },
  }),
  "a customer without address": () => ({
    customer: { contact: { ...CUSTOMER, address: undefined } },
  }),
  "another shipping address": () => ({ shipping_address: { contact: RECIPIENT } }),
  "data locked": ({ application_context }) => ({
    application_context: {
      ...application_context,
      locks: { customer: true, shipping_address: true },
    },
  }),
  "in English": ({ application_context }) => ({
    application_context: { ...application_context, language: "en" },
  }),
  "authorized first": () => ({ payment_context: { auto_capture: false } }),
  "one method only": () => ({
    payment_context: { auto_capture: true, payment_methods: ["creditcard"] },
  }),
  "a text for the card statement": () => ({
    payment_context: { auto_capture: true, dynamic_descriptor: { merchant_name: "Verify 1" } },
  }),
  "several tax rates": () => ({
    basket: {
      products: [
        { ...ARTICLE, tax: 7 },
        { ...SHIPPING, tax: 0 },
      ],
    },
  }),
  "a title and a date of birth": () => ({
    customer: { contact: { ...CUSTOMER, salutation: "Frau", title: "Dr.", dob: "1980-01-31" } },
  }),
  "a customer abroad": () => ({
    customer: {
      contact: {
        ...CUSTOMER,
        address: { ...CUSTOMER.address, postal_code: "1010", country: "AT" },
      },
    },
  }),
  "names in other letters": () => ({
    customer: { contact: { ...CUSTOMER, forename: "Łukasz Ayşe", surname: "Đorđević" } },
  }),
  "a hundred lines": () => ({
    basket: {
      products: Array.from({ length: 100 }, (_, id) => ({
        ...ARTICLE,
        id,
        quantity: 1,
        priceOne: 100,
      })),
    },
    basket_info: { sum: 10_000, currency: "EUR" },
  }),
  "in francs": () => ({ basket_info: { sum: SUM, currency: "CHF" } }),
}

/** What should be refused, and in which words. */
const WRONG: Forms = {
  "unknown contract": () => ({ contract: { id: "GCR_VERIFY0000000000000000000000000" } }),
  "no contract": () => ({ contract: undefined }),
  "unknown template": ({ application_context }) => ({
    application_context: {
      ...application_context,
      checkout_template: "COT_VERIFY0000000000000000000000000",
    },
  }),
  "a sum that is not the basket's": () => ({ basket_info: { sum: SUM + 1, currency: "EUR" } }),
  "a sum of zero": () => ({ basket: undefined, basket_info: { sum: 0, currency: "EUR" } }),
  "a negative sum": () => ({ basket: undefined, basket_info: { sum: -1, currency: "EUR" } }),
  "a sum in a text": () => ({ basket_info: { sum: String(SUM), currency: "EUR" } }),
  "unknown currency": () => ({ basket_info: { sum: SUM, currency: "XXX" } }),
  "no article's name": () => ({ basket: { products: [{ ...ARTICLE, desc: "" }, SHIPPING] } }),
  "one line id twice": () => ({ basket: { products: [ARTICLE, { ...SHIPPING, id: 1 }] } }),
  "an empty EAN": () => ({ basket: { products: [{ ...ARTICLE, ean: "" }, SHIPPING] } }),
  "no e-mail address": () => ({ customer: { contact: { ...CUSTOMER, email: undefined } } }),
  "an e-mail address that is none": () => ({
    customer: { contact: { ...CUSTOMER, email: "erika" } },
  }),
  "a country that is none": () => ({
    customer: { contact: { ...CUSTOMER, address: { ...CUSTOMER.address, country: "Germany" } } },
  }),
  "an unknown method": () => ({
    payment_context: { auto_capture: true, payment_methods: ["shells"] },
  }),
  "an unknown field": () => ({ verify: true }),
}

/** Creates Smart Transactions in every form that the plugin knows, and in wrong ones. */
export async function playCreations({ access, call }: Play): Promise<void> {
  const ordinary = ordinaryRequest(access)
  for (const [name, change] of [...Object.entries(SENT), ...Object.entries(WRONG)]) {
    const body = { ...ordinary, ...change(ordinary) }
    await call(`create: ${name}`, { ...CREATE, body, readAs: "smart_transaction" })
  }
  await call("create: broken JSON", { ...CREATE, body: '{"is_demo": true,' })
}
