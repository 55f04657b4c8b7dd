import { z } from "zod"
import { captured, orderIdsOf, readBooks, waiting } from "../support/books"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { comeBack, goToCheckout, payAt } from "../support/shopper"

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ sandbox: { pushes: false } })
})

afterAll(() => shop.stop())

describe("an order that a crash has cut off from its payment collection", () => {
  it("is tied to it again when the money comes, and is paid", async () => {
    const payment = await goToCheckout(shop)
    await comeBack(await payAt(shop, payment, { method: "prepaid" }))
    expect(await readBooks(shop, payment.cartId)).toEqual(waiting(31.9))
    const [orderId] = await orderIdsOf(shop, payment.cartId)
    const sql = "DELETE FROM order_payment_collection WHERE order_id = $1"
    await shop.db.rows(z.unknown(), sql, [orderId])

    await shop.sandbox.happen(payment.stx, "money_arrived")
    expect(await shop.sandbox.push(payment.stx)).toEqual([200])
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(31.9))
    expect(shop.log()).toContain(`${orderId ?? ""} was cut off from its payment`)
  })
})
