import type { SmartTransactionRequest } from "../../../../src/secuconnect"

/** A request with everything a shop may know about its buyer. */
export const aRequest = (): SmartTransactionRequest => ({
  is_demo: true,
  intent: "sale",
  contract: { id: "GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04" },
  customer: {
    contact: {
      forename: "Friederike",
      surname: "Möller-Öztürk",
      email: "f.moeller@example.org",
      phone: "+49 555 5555555",
      dob: "1965-12-31",
      address: {
        street: "Karl-Marx-Str. (Hof)",
        street_number: "11",
        postal_code: "09123",
        city: "Musterstadt",
        country: "DE",
      },
    },
  },
  shipping_address: {
    contact: {
      forename: "Ottokar",
      surname: "Nachbar",
      address: { street: "Lieferweg", postal_code: "09999", city: "Neudorf", country: "DE" },
    },
  },
  basket: { products: [{ id: 1, desc: "Pen", quantity: 2, priceOne: 1595, tax: 19 }] },
  basket_info: { sum: 3190, currency: "EUR" },
  merchantRef: "R-1",
  application_context: {
    language: "de",
    return_urls: {
      url_success: "https://shop.example.com/success",
      url_error: "https://shop.example.com/error",
      url_abort: "https://shop.example.com/abort",
      url_push: "https://shop.example.com/push",
    },
  },
  payment_context: { auto_capture: true },
})
