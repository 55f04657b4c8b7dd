import { z } from "zod"

import { runAudit } from "../soak/run-audit"
import { readBooks } from "../support/books"
import { buy, createMerchant } from "../support/money"
import { startShop, type Shop } from "../support/shop"
import type { StartedPayment } from "../support/shopper"

const AMOUNT = 31.9

let shop: Shop
let merchant: ReturnType<typeof createMerchant>

beforeAll(async () => {
  shop = await startShop({ clock: "stands", sandbox: { pushes: false } })
  merchant = createMerchant(shop)
})

afterAll(() => shop.stop())

/** What was booked is old enough that a crash would have left it as it is. */
async function letBooksAge({ cartId }: StartedPayment): Promise<void> {
  for (const table of ["capture", "refund"]) {
    await shop.db.rows(
      z.unknown(),
      `UPDATE ${table} SET created_at = now() - interval '10 minutes' WHERE payment_id IN (
        SELECT p.id FROM payment p JOIN cart_payment_collection c
          ON c.payment_collection_id = p.payment_collection_id WHERE c.cart_id = $1)`,
      [cartId],
    )
  }
}

it("an order that was cancelled after its money was in keeps the transactions it has", async () => {
  const order = await buy(shop)
  expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
  const books = await readBooks(shop, order.cartId)
  expect(books).toMatchObject({ refunds: [AMOUNT], transactions: [AMOUNT, -AMOUNT] })
  await letBooksAge(order)
  expect(await shop.sandbox.push(order.stx)).toEqual([200])
  expect(await readBooks(shop, order.cartId)).toEqual(books)
})

it("and also when a part was given back before", async () => {
  const order = await buy(shop)
  expect(await merchant.refund(order, 10)).toMatchObject({ status: 200 })
  expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
  const books = await readBooks(shop, order.cartId)
  expect(books.transactions).toHaveLength(3)
  await letBooksAge(order)
  expect(await shop.sandbox.push(order.stx)).toEqual([200])
  expect(await readBooks(shop, order.cartId)).toEqual(books)
})

it("and the audit finds both balanced", async () => {
  const { code, text } = await runAudit(shop.command.env, "from=2020-01-01", "to=2100-01-01")
  expect(text).toContain("The books balance: no difference.")
  expect(text).toContain("2 checkouts compared")
  expect(code).toBe(0)
})
