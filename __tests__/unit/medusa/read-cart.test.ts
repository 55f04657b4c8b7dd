import { readPaymentSource } from "../../../src/medusa/read-cart"
import { queryOf } from "./support/query"

const line = { quantity: 1, unit_price: 10, amount: 10 }
const discount = { code: "SUMMER", amount: 1 }

/** What is read of the session of a cart with these fields, or without a cart. */
async function read(cart: object | null, order: object | null = null) {
  const known = cart && { id: "cart_1", currency_code: "eur", promotions: null, ...cart }
  const payment_collection = { id: "paycol_1", cart: known, order }
  const query = queryOf({ payment_session: [{ id: "payses_1", payment_collection }] })
  const source = await readPaymentSource(query, "payses_1")
  return { source, questions: query.asked.length }
}

it("a cart without discounts takes one question", async () => {
  const { source, questions } = await read({ items: [{ id: "item_1", ...line }] })
  expect(source).toMatchObject({ cart: { id: "cart_1" }, automatic_codes: [], order_number: null })
  expect(questions).toBe(1)
})

it.each([
  ["an article", { items: [{ id: "item_1", ...line, adjustments: [discount] }] }],
  ["shipping", { shipping_methods: [{ id: "ship_1", ...line, adjustments: [discount] }] }],
])("a discount on %s takes two: which codes did nobody type?", async (_what, cart) => {
  const promotions = [
    { code: "SUMMER", is_automatic: true },
    { code: "TYPED", is_automatic: false },
    { code: null, is_automatic: true },
    null,
  ]
  const { source, questions } = await read({ ...cart, promotions })
  expect(source.automatic_codes).toEqual(["SUMMER"])
  expect(questions).toBe(2)
})

it("a payment without a cart has the number of its order", async () => {
  const { source } = await read(null, { display_id: 17 })
  const payment_collection_id = "paycol_1"
  expect(source).toEqual({
    payment_collection_id,
    cart: null,
    automatic_codes: [],
    order_number: 17,
  })
})

it("nothing is read of a session that is not there", async () => {
  await expect(readPaymentSource(queryOf({}), "payses_1")).rejects.toThrow(
    "no such payment session",
  )
  await expect(readPaymentSource(queryOf({ payment_session: [{}] }), "")).rejects.toThrow()
})
