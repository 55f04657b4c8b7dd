import { toPaymentRequest } from "../../../../../src/mapping/request/payment-request"
import type { Cart } from "../../../../../src/mapping/request/cart"
import { aCart, MAX } from "../people/support/carts"
import { cartOfPens, SHIPPING, type Row } from "./make-basket"

const SETTINGS = {
  contractId: "GCR_X",
  checkoutTemplateId: "COT_X",
  demo: true,
  capture: "automatic",
  basket: "full",
  customer: "send",
  lockCustomerData: false,
  shop: {
    shop_system: "Medusa",
    shop_system_version: "2",
    shop_domain: "shop.example.com",
    plugin_vendor: "test",
    plugin_version: "1",
  },
} as const

const PENS: Row[] = [{}, { product_title: "Book", tax_lines: [{ rate: 7 }] }]
const FIELDS: Row = { shipping_methods: [SHIPPING] }

function fingerprint(cart: Cart): string {
  const source = { cart, automatic_codes: [], order_number: null }
  const urls = { success: "", error: "", abort: "", push: "" }
  const payment = { amount: 2490, currency_code: "eur", language: "de", reference: "REF" } as const
  return toPaymentRequest({ ...payment, source, urls }, SETTINGS).digest
}

const usual = fingerprint(cartOfPens(PENS, FIELDS))

it.each<[what: string, Cart]>([
  ["rows in another order", cartOfPens([...PENS].reverse(), FIELDS)],
  [
    "other ids",
    cartOfPens(
      PENS.map((pen, index) => ({ ...pen, id: `new_${index}` })),
      FIELDS,
    ),
  ],
  [
    "the same shipping, chosen again",
    cartOfPens(PENS, { shipping_methods: [{ ...SHIPPING, id: "new" }] }),
  ],
])("the buyer is shown the same with %s", (_what, cart) => {
  expect(fingerprint(cart)).toBe(usual)
})

it.each<[what: string, Cart]>([
  [
    "another article of the same price",
    cartOfPens([{ product_title: "Ink" }, PENS[1] ?? {}], FIELDS),
  ],
  ["another tax", cartOfPens([{ tax_lines: [{ rate: 7 }] }, PENS[1] ?? {}], FIELDS)],
  ["another shipping", cartOfPens(PENS, { shipping_methods: [{ ...SHIPPING, name: "Express" }] })],
  ["another e-mail address", cartOfPens(PENS, { ...FIELDS, email: "new@example.org" })],
  ["another city", cartOfPens(PENS, { ...FIELDS, billing_address: { ...MAX, city: "Neustadt" } })],
  ["no articles", aCart(FIELDS)],
])("the buyer is shown something else with %s", (_what, cart) => {
  expect(fingerprint(cart)).not.toBe(usual)
})
