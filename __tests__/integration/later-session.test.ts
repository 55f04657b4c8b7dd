import { z } from "zod"

import { authorized, captured, readBooks } from "../support/books"
import { editOrder } from "../support/carts/after-the-order"
import { ask } from "../support/http"
import { rowOf } from "../support/ledger"
import { buy, createMerchant } from "../support/money"
import { sharedShop } from "../support/shared-shop"
import { RETURN_PAGE, type Shop } from "../support/shop"
import { askForSession, CASE, comeBack, goToCheckout, payAt, variantIds } from "../support/shopper"

const AMOUNT = 31.9

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ options: { capture: "manual" }, sandbox: { pushes: false } })
})

afterAll(() => shop.stop())

const statusOf = async ({ stx }: { stx: string }) => (await shop.sandbox.read(stx)).status

describe("another session, started under an order that is authorised", () => {
  it("leaves the promise of the order alone, and the merchant can capture it", async () => {
    const paid = await buy(shop)
    expect(await askForSession(shop, paid.collectionId)).toMatchObject({ status: 200 })

    expect(await shop.sandbox.push(paid.stx)).toEqual([200])
    expect(await statusOf(paid)).toBe("approved")
    expect(await readBooks(shop, paid.cartId)).toEqual(authorized(AMOUNT))

    expect(await createMerchant(shop).capture(paid)).toMatchObject({ status: 200 })
    expect(await shop.sandbox.push(paid.stx)).toEqual([200])
    expect(await readBooks(shop, paid.cartId)).toEqual(captured(AMOUNT))
    expect(await rowOf(shop, paid)).toMatchObject({ attention: null })
  })
})

const collectionReply = z.object({ payment_collection: z.object({ id: z.string() }) })
const idRow = z.object({ id: z.string() })

/** A link for 7.50, authorised by a card. Gives the collection and the Smart Transaction. */
async function payLink(orderId: string): Promise<{ id: string; stx: string }> {
  const body = { order_id: orderId, amount: 7.5 }
  const path = "/admin/payment-collections"
  const { id } = (await shop.admin.ok(collectionReply, path, { body })).payment_collection
  const { text } = await askForSession(shop, id)
  const stx = /"stx_id":"([^"]+)"/.exec(text)?.[1] ?? ""
  await comeBack(await payAt(shop, { stx }))
  expect(await shop.sandbox.push(stx, 3)).toEqual([200, 200, 200])
  return { id, stx }
}

const paymentsOf = (collectionId: string) => {
  const sql = "SELECT id FROM payment WHERE payment_collection_id = $1 AND deleted_at IS NULL"
  return shop.db.rows(idRow, sql, [collectionId])
}

describe("a payment link", () => {
  it("of an order that still costs something becomes a payment in Medusa that the merchant can capture", async () => {
    const order = await buy(shop, { method: "sofort" })
    const variant_id = (await variantIds(shop)).get(CASE) ?? ""
    await editOrder({ shop, orderId: order.orderId, variant_id })
    const { id, stx } = await payLink(order.orderId)
    const payments = await paymentsOf(id)
    expect(payments).toHaveLength(1)
    const capture = `/admin/payments/${payments[0]?.id ?? ""}/capture`
    expect(await shop.admin.call(capture, { body: {} })).toMatchObject({ status: 200 })
    expect(await statusOf({ stx })).toBe("ok")
  })

  it("of an order whose whole amount is authorised is cancelled: more than it costs is never captured", async () => {
    const order = await buy(shop)
    const { id, stx } = await payLink(order.orderId)
    expect(await statusOf({ stx })).toBe("cancelled")
    expect(await paymentsOf(id)).toEqual([])
    expect(await createMerchant(shop).capture(order)).toMatchObject({ status: 200 })
  })
})

describe("addresses that nobody made", () => {
  it.each(["%00", "a%00b", "x".repeat(2_000)])("are not found: %s", async (id) => {
    const path = `/store/secuconnect/payment-sessions/${id}`
    expect(await shop.store.call(path)).toMatchObject({ status: 404 })
    expect(await shop.store.call(`${path}/checkout`, { body: {} })).toMatchObject({ status: 404 })
    expect(await shop.store.call(`/store/secuconnect/orders/${id}`)).toMatchObject({
      body: { payment: null },
    })
  })

  it.each(["constructor", "toString", "__proto__"])(
    "are an unknown return, whatever they claim: %s",
    async (claim) => {
      const { stx } = await goToCheckout(shop)
      const { request } = await shop.sandbox.read(stx)
      const success = /"url_success":"([^"]+)"/.exec(JSON.stringify(request))?.[1] ?? ""
      const { status, headers } = await ask(success.replace(/success$/, claim))
      expect(status).toBe(303)
      expect(headers.get("location")).toBe(`${RETURN_PAGE}?outcome=unknown`)
    },
  )
})
