import { z } from "zod"

import { captured, readBooks } from "../support/books"
import { createMerchant, effectiveAmount, type Paid } from "../support/money"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { comeBack, fillCart, MAX, payAt, startPayment } from "../support/shopper"

/** Two pens, fetched. */
const AMOUNT = 31.9

let shop: Shop
let merchant: ReturnType<typeof createMerchant>

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
  merchant = createMerchant(shop)
})

afterAll(() => shop.stop())

const ERIKA = { ...MAX, first_name: "Erika", address_1: "Lieferweg 7", address_2: "" }

const requestSchema = z.looseObject({
  customer: z.looseObject({ contact: z.looseObject({ forename: z.string() }).optional() }),
  shipping_address: z
    .looseObject({ contact: z.looseObject({ forename: z.string(), surname: z.string() }) })
    .optional(),
})

const paymentSchema = z.object({ id: z.string() })

const PAYMENT = `SELECT p.id FROM payment p
  JOIN cart_payment_collection c ON c.payment_collection_id = p.payment_collection_id
  WHERE c.cart_id = $1 AND p.deleted_at IS NULL`

/** Buys with these addresses, and gives what secuconnect was told of the people. */
async function buyAs(addresses: Record<"billing_address" | "shipping_address", object>) {
  const cartId = await fillCart(shop)
  await shop.store.ok(z.unknown(), `/store/carts/${cartId}`, { body: addresses })
  const payment = await startPayment(shop, cartId)
  const { request } = await shop.sandbox.read(payment.stx)
  const { orderId } = await comeBack(await payAt(shop, payment))
  const [row] = await shop.db.rows(paymentSchema, PAYMENT, [cartId])
  const paid: Paid = { ...payment, orderId: orderId ?? "", paymentId: row?.id ?? "" }
  return { paid, people: requestSchema.parse(request) }
}

describe.each([
  ["without a last name", { ...MAX, last_name: "" }],
  ["without a first name", { ...MAX, first_name: "" }],
  ["with a company only", { ...MAX, first_name: "", last_name: "", company: "Muster GmbH" }],
])("a customer %s", (_who, billing_address) => {
  it("buys, and is refunded in part and in full; the goods go where they were to go", async () => {
    const { paid, people } = await buyAs({ billing_address, shipping_address: ERIKA })
    expect(people.customer).not.toHaveProperty("contact")
    expect(people.shipping_address?.contact).toMatchObject({
      forename: "Erika",
      surname: "Mustermann",
      address: { street: "Lieferweg", street_number: "7" },
    })
    expect(await readBooks(shop, paid.cartId)).toEqual(captured(AMOUNT))

    expect(await merchant.refund(paid, 1.9)).toMatchObject({ status: 200 })
    expect(await effectiveAmount(shop, paid)).toBe(3000)
    expect(await merchant.refund(paid, 30)).toMatchObject({ status: 200 })
    expect(await effectiveAmount(shop, paid)).toBe(0)
  })
})
