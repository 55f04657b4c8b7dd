import { z } from "zod"

import { captured, NO_ORDER, readBooks } from "../support/books"
import { rowOf } from "../support/ledger"
import { toldOrphaned } from "../support/money"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  comeBack,
  completeCart,
  goToCheckout,
  LAST_SEAL,
  payAt,
  startPayment,
  type StartedPayment,
} from "../support/shopper"

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
})

afterAll(() => shop.stop())

const polledReply = z.object({
  payment_session: z.object({
    state: z.string(),
    code: z.string(),
    text: z.string(),
    order_id: z.string().nullable(),
  }),
})

/** What a storefront sees that polls. */
async function poll({ sessionId }: StartedPayment) {
  const path = `/store/secuconnect/payment-sessions/${sessionId}`
  return (await shop.store.ok(polledReply, path)).payment_session
}

describe.each([{ terse: false }, { terse: true }])("with terse reads: $terse", ({ terse }) => {
  beforeAll(() => shop.sandbox.set({ terse }))

  it("a declined payment leaves the cart as it was, and the next one pays for it", async () => {
    const declined = await goToCheckout(shop)
    const wayBack = await payAt(shop, declined, { outcome: "decline" })
    expect(await comeBack(wayBack)).toMatchObject({ status: 303, outcome: "failed", orderId: null })
    expect(await poll(declined)).toMatchObject({ state: "failed", code: "payment_declined" })
    expect(await completeCart(shop, declined.cartId)).toMatchObject({ status: 400 })

    const paid = await startPayment(shop, declined.cartId)
    expect(paid.stx).not.toBe(declined.stx)
    expect(await comeBack(await payAt(shop, paid))).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, paid.cartId)).toEqual(captured(31.9))
    await shop.sandbox.push(declined.stx)
    expect(await readBooks(shop, paid.cartId)).toEqual(captured(31.9))
  })

  it("an aborted payment can be finished on the same page", async () => {
    const payment = await goToCheckout(shop)
    const wayBack = await payAt(shop, payment, { outcome: "abort" })
    expect(await comeBack(wayBack)).toMatchObject({ outcome: "aborted", orderId: null })
    expect(await poll(payment)).toMatchObject({ state: "open", order_id: null })
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)

    expect(await comeBack(await payAt(shop, payment))).toMatchObject({ outcome: "success" })
    expect(await poll(payment)).toMatchObject({ state: "paid", code: "payment_accepted" })
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(31.9))
  })
})

const level = z.object({ location_id: z.string(), stocked_quantity: z.number() })
const item = z.object({ id: z.string(), location_levels: z.tuple([level]) })
const itemsReply = z.object({ inventory_items: z.tuple([item]) })

/** One more piece of an article comes in. */
async function restock(sku: string): Promise<void> {
  const fields = "id,location_levels.location_id,location_levels.stocked_quantity"
  const query = `/admin/inventory-items?sku=${sku}&fields=${fields}`
  const { inventory_items } = await shop.admin.ok(itemsReply, query)
  const { id, location_levels } = inventory_items[0]
  const { location_id, stocked_quantity } = location_levels[0]
  await shop.admin.ok(z.unknown(), `/admin/inventory-items/${id}/location-levels/${location_id}`, {
    body: { stocked_quantity: stocked_quantity + 1 },
  })
}

describe("two shoppers who pay for the last piece", () => {
  it("the second one's money is told of with the reason, and orders as soon as there is one", async () => {
    const wish = { items: { [LAST_SEAL]: 1 } }
    const first = await goToCheckout(shop, wish)
    const second = await goToCheckout(shop, wish)
    expect(await comeBack(await payAt(shop, first))).toMatchObject({ outcome: "success" })
    const wayBack = await payAt(shop, second)
    expect(await comeBack(wayBack)).toMatchObject({ outcome: "pending", orderId: null })

    await toldOrphaned(shop, second)
    expect(await readBooks(shop, second.cartId)).toEqual(NO_ORDER)
    const { reference, due_at } = await rowOf(shop, second)
    expect(due_at).not.toBeNull()
    expect(shop.log()).toMatch(new RegExp(`${reference}: orphaned: Not enough stock`))
    expect(await shop.sandbox.read(second.stx)).toMatchObject({ status: "ok" })

    await restock(LAST_SEAL)
    expect(await shop.sandbox.push(second.stx)).toEqual([200])
    expect(await readBooks(shop, second.cartId)).toEqual(captured(89))
    expect(await rowOf(shop, second)).toMatchObject({ attention: null })
  })
})
