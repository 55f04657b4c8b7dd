import {
  obstacleToMethod,
  type MethodObstacle,
} from "../../../../src/mapping/request/method-limits"
import { METHODS, type Method } from "../../../../src/mapping/methods/methods"
import { aCart, MAX } from "./people/support/carts"

interface Case {
  what: string
  method?: Method
  /** Minor units, of the one article in the cart. */
  amount?: number
  currency_code?: string
  cart?: object | null
  /** The articles are those of an order. */
  is_order?: boolean
  settings?: { basket?: "full" | "single_line"; customer?: "send" | "ask" }
  obstacle: MethodObstacle | null
}

function obstacleIn({ method = "easycredit", amount = 25_000, ...given }: Case) {
  const currency_code = given.currency_code ?? "EUR"
  const items = [
    { id: "item_1", title: "Pen", quantity: 1, unit_price: amount / 100, is_tax_inclusive: true },
  ]
  const cart = given.cart === null ? null : aCart({ items, currency_code, ...given.cart })
  return obstacleToMethod(method, {
    amount,
    currency_code,
    source: given.is_order
      ? { cart: null, order: cart, automatic_codes: [], order_number: 7 }
      : { cart, automatic_codes: [], order_number: null },
    settings: { basket: "full", customer: "send", ...given.settings },
  })
}

const ACME = { ...MAX, company: "ACME GmbH" }
const NOWHERE = { ...MAX, city: null }

const easycredit: Case[] = [
  { what: "250.00 of real articles for a person", obstacle: null },
  { what: "199.99", amount: 19_999, obstacle: "method_amount" },
  { what: "200.00", amount: 20_000, obstacle: null },
  { what: "10,000.00", amount: 1_000_000, obstacle: null },
  { what: "10,000.01", amount: 1_000_001, obstacle: "method_amount" },
  { what: "Swiss francs", currency_code: "chf", obstacle: "method_currency" },
  { what: "euros in small letters", currency_code: "eur", obstacle: null },
  { what: "a company", cart: { billing_address: ACME }, obstacle: "method_company" },
  {
    what: "a company that is not sent along",
    cart: { billing_address: ACME },
    settings: { customer: "ask" },
    obstacle: "method_company",
  },
  { what: "goods for a company", cart: { shipping_address: ACME }, obstacle: null },
  {
    what: "an address without a city",
    cart: { billing_address: NOWHERE, shipping_address: NOWHERE },
    obstacle: "method_address",
  },
  { what: "no e-mail", cart: { email: null }, obstacle: "method_address" },
  {
    what: "no e-mail, which the payment page asks for",
    cart: { email: null },
    settings: { customer: "ask" },
    obstacle: null,
  },
  {
    what: "a basket of one line by the shop's setting",
    settings: { basket: "single_line" },
    obstacle: "method_articles",
  },
  {
    what: "a part of the cart",
    cart: { items: [{ id: "item_1", title: "Pen", quantity: 1, unit_price: 900 }] },
    obstacle: "method_articles",
  },
  { what: "an order with its lines and its buyer", is_order: true, obstacle: null },
  {
    what: "a part of an order",
    is_order: true,
    cart: { items: [{ id: "item_1", title: "Pen", quantity: 1, unit_price: 900 }] },
    obstacle: "method_articles",
  },
  {
    what: "an order for a company",
    is_order: true,
    cart: { billing_address: ACME },
    obstacle: "method_company",
  },
  { what: "an order that is not known", cart: null, obstacle: "method_address" },
  {
    what: "an order that is not known, where the payment page asks",
    cart: null,
    settings: { customer: "ask" },
    obstacle: "method_articles",
  },
]

describe("easyCredit", () => {
  it.each(easycredit)("$what: $obstacle", (given) => {
    expect(obstacleIn(given)).toBe(given.obstacle)
  })
})

describe("in francs", () => {
  const francs = METHODS.filter((method) => {
    return obstacleIn({ what: "", method, currency_code: "chf", obstacle: null }) === null
  })
  it("only card, invoice, prepayment and PayPal may be tried", () => {
    expect(francs).toEqual(["creditcard", "invoice", "prepaid", "paypal"])
  })
})

describe("methods without documented limits", () => {
  const others = METHODS.filter((method) => method !== "easycredit")
  it.each(others)("%s: take a cent, a company, one line, nobody's address", (method) => {
    const settings = { basket: "single_line" } as const
    const given = { what: "", method, amount: 1, obstacle: null, settings }
    expect(obstacleIn({ ...given, cart: { billing_address: ACME } })).toBeNull()
    expect(obstacleIn({ ...given, cart: null })).toBeNull()
  })
})
