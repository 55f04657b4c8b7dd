import { readPaymentSource } from "../../../src/medusa/read-cart"
import { queryOf } from "./support/query"

const line = { quantity: 1, unit_price: 10, amount: 10 }
const discount = { code: "SUMMER", amount: 1 }

/** What is read of the session of a cart with these fields, or without a cart. */
async function read(cart: object | null, order: object | null = null) {
  const known = cart && { id: "cart_1", currency_code: "eur", promotions: null, ...cart }
  const query = queryOf({
    payment_session: [{ payment_collection_id: "paycol_1" }],
    cart_payment_collection: known ? [{ cart_id: "cart_1" }] : [],
    cart: known ? [known] : [],
    payment_collection: [{ id: "paycol_1", order }],
  })
  const source = await readPaymentSource(query, "payses_1")
  return { source, questions: query.asked.length }
}

it("a cart without discounts takes no question of its own for promotions", async () => {
  const { source, questions } = await read({ items: [{ id: "item_1", ...line }] })
  expect(source).toMatchObject({ cart: { id: "cart_1" }, automatic_codes: [], order_number: null })
  expect(questions).toBe(3)
})

it.each([
  ["an article", { items: [{ id: "item_1", ...line, adjustments: [discount] }] }],
  ["shipping", { shipping_methods: [{ id: "ship_1", ...line, adjustments: [discount] }] }],
])("a discount on %s takes one more: which codes did nobody type?", async (_what, cart) => {
  const promotions = [
    { code: "SUMMER", is_automatic: true },
    { code: "TYPED", is_automatic: false },
    { code: null, is_automatic: true },
    null,
  ]
  const { source, questions } = await read({ ...cart, promotions })
  expect(source.automatic_codes).toEqual(["SUMMER"])
  expect(questions).toBe(4)
})

const ORDER = { id: "order_1", currency_code: "eur", items: [{ id: "ordli_1", ...line }] }

/** What is read of a session that belongs to an order. */
async function readOfOrder(cart: object | null, order: object = {}, wish = {}) {
  const known = cart && { id: "cart_1", currency_code: "eur", ...cart }
  const query = queryOf({
    payment_session: [{ payment_collection_id: "paycol_1" }],
    cart_payment_collection: known ? [{ cart_id: "cart_1" }] : [],
    cart: known ? [known] : [],
    payment_collection: [{ id: "paycol_1", order: { id: "order_1", display_id: 17 } }],
    order: [{ ...ORDER, ...order }],
  })
  return await readPaymentSource(query, "payses_1", wish)
}

const OF_ORDER = {
  ...{ payment_collection_id: "paycol_1", cart: null, order_number: 17 },
  order: { id: "order_1", items: [{ id: "ordli_1" }] },
}

it("a payment without a cart is for its order", async () => {
  expect(await readOfOrder(null)).toMatchObject({ ...OF_ORDER, automatic_codes: [] })
})

it("of an order, codes that nobody typed are known too", async () => {
  const items = [{ id: "ordli_1", ...line, adjustments: [discount] }]
  const promotions = [{ code: "SUMMER", is_automatic: true }]
  expect(await readOfOrder(null, { items, promotions })).toMatchObject({
    automatic_codes: ["SUMMER"],
  })
})

const COMPLETED = { completed_at: "2026-11-02T10:00:00Z" }

it("once a cart has been ordered, a payment is for the order", async () => {
  expect(await readOfOrder(COMPLETED)).toMatchObject(OF_ORDER)
})

it("a payment that was started for the cart is compared with the cart", async () => {
  const source = await readOfOrder(COMPLETED, {}, { before_order: true })
  expect(source).toMatchObject({ cart: { id: "cart_1" }, order_number: null })
})

it("a completed cart whose order nobody knows stays a cart", async () => {
  const { source } = await read(COMPLETED)
  expect(source).toMatchObject({ cart: { id: "cart_1" }, order_number: null })
})

it("a payment that belongs to nothing has no basket", async () => {
  const { source } = await read(null)
  const payment_collection_id = "paycol_1"
  expect(source).toEqual({
    ...{ payment_collection_id, cart: null, order: null, automatic_codes: [], order_number: null },
  })
})

it("nothing is read of a session that is not there", async () => {
  await expect(readPaymentSource(queryOf({}), "payses_1")).rejects.toThrow(
    "no such payment session",
  )
  await expect(readPaymentSource(queryOf({ payment_session: [{}] }), "")).rejects.toThrow()
})
