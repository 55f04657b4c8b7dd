import {
  toSmartTransactionRequest,
  type PaymentToStart,
  type RequestSettings,
} from "../../../../../src/mapping/request/smart-transaction-request"
import { aCart, MAX } from "./support/carts"

const shop = {
  shop_system: "Medusa",
  shop_system_version: "2.21.2",
  shop_domain: "shop.example.com",
  plugin_vendor: "medusa-payment-secuconnect",
  plugin_version: "0.1.0",
}

const settings: RequestSettings = {
  contractId: "GCR_1",
  checkoutTemplateId: "COT_1",
  demo: true,
  capture: "automatic",
  customer: "send",
  lockCustomerData: true,
  shop,
}

const urls = { success: "https://a", error: "https://b", abort: "https://c", push: "https://d" }

function request(cart: object | null, more: Partial<RequestSettings> = {}, order?: number) {
  const payment: PaymentToStart = {
    amount: 4485,
    currency_code: "eur",
    language: "de",
    reference: "3F7K9QX2MA",
    source: { cart: cart && aCart(cart), automatic_codes: [], order_number: order ?? null },
    products: [],
    urls,
  }
  return toSmartTransactionRequest(payment, { ...settings, ...more })
}

describe("what the shop has sent is locked on the payment page", () => {
  const LOCKED = { customer: true, shipping_address: true }

  it("when the shop wants it so", () => {
    expect(request({}).application_context.locks).toEqual(LOCKED)
  })

  it("the shipping address alone when the page asks for the customer", () => {
    const shipping_address = { ...MAX, first_name: "Erika" }
    expect(request({ email: null, shipping_address }).application_context.locks).toEqual({
      shipping_address: true,
    })
  })

  it.each([
    ["the shop does not want it", {}, { lockCustomerData: false }],
    ["the payment page is to ask", {}, { customer: "ask" }],
    ["the buyer is incomplete, so that the page asks", { email: null }, {}],
    ["there is no cart", null, {}],
  ] as const)("not when %s", (_title, cart, more) => {
    expect(request(cart, more).application_context).not.toHaveProperty("locks")
  })
})

describe("the purpose at the bank", () => {
  it("names the shop as the shop calls itself", () => {
    const { merchantRef, transactionRef } = request({}, { shopName: "Möbel Müller" })
    expect(merchantRef).toBe("3F7K9QX2MA")
    expect(transactionRef).toBe("Moebel Mueller 3F7K9QX2MA")
  })

  it.each([
    ["xn--bcher-kva.example", "buecher.example"],
    ["xn--strae-oqa.example", "strasse.example"],
    ["shop.xn--mller-kva.de", "shop.mueller.de"],
    ["xn--80aairftm.example", "magazin.example"],
    ["xn--caf-dma.example", "cafe.example"],
    ["xn--o-0ga.example", "oeo.example"],
    ["www.example.com", "www.example.com"],
    ["xn--99999999999.example", "xn--99999999999.example"],
    ["192.168.0.1", "192.168.0.1"],
    ["localhost", "localhost"],
  ])("writes the domain %s as people read it: %s", (shop_domain, name) => {
    const { transactionRef } = request({}, { shop: { ...shop, shop_domain } })
    expect(transactionRef).toBe(`${name} 3F7K9QX2MA`)
  })

  it("names the shop's domain while it has no name, and the order that is paid", () => {
    expect(request(null, {}, 1234).transactionRef).toBe("shop.example.com 1234 3F7K9QX2MA")
  })
})

it("the shop introduces itself and its plugin", () => {
  expect(request({}).application_context.shop_details).toEqual(shop)
})
