import { z } from "zod"

import { editOrder, reduceOrder } from "../support/carts/after-the-order"
import { rowOf } from "../support/ledger"
import { buy, type Paid } from "../support/money"
import { sumsOf } from "../support/order-sums"
import { finish, makeLink, open, start, titleOf } from "../support/payment-links"
import { pushed } from "../support/pushed"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { CASE, variantIds } from "../support/shopper"
import { until } from "../support/until"

/*
 * What docs/merchant-guide.md advises to do with a payment link, and no other test does.
 */

let shop: Shop

beforeAll(async () => {
  const options = { capture: "manual" } as const
  shop = await sharedShop({ clock: "stands", options, sandbox: { pushes: false } })
})

afterAll(() => shop.stop())

const credit = ({ orderId }: Paid, amount: number) =>
  shop.admin.ok(z.unknown(), `/admin/orders/${orderId}/credit-lines`, {
    body: { amount, reference: "goodwill", reference_id: orderId },
  })

/** The merchant reads the notice, and cancels the payment. */
async function cancelFor(order: Paid, notice: string): Promise<void> {
  await until(`the notice ${notice}`, async () => {
    await pushed(shop, order)
    return (await rowOf(shop, order)).attention === notice || undefined
  })
  const { id } = await rowOf(shop, order)
  await shop.admin.ok(z.unknown(), `/admin/secuconnect/payments/${id}/cancel`, { body: {} })
}

interface Story {
  what: string
  method: "prepaid" | "creditcard"
  notice: string
  change: (order: Paid) => Promise<unknown>
  left: string
}

it.each<Story>([
  {
    what: "a transfer that is too high",
    ...{ method: "prepaid", notice: "transfer_too_high", left: "€15.95" },
    change: ({ orderId }) => reduceOrder(shop, orderId, 1),
  },
  {
    what: "an authorization that is too high",
    ...{ method: "creditcard", notice: "authorization_too_high", left: "€11.90" },
    change: (order) => credit(order, 20),
  },
])("after $what was cancelled, the link asks for the new amount", async (story) => {
  const order = await buy(shop, { method: story.method })
  await story.change(order)
  await cancelFor(order, story.notice)
  const url = await makeLink(shop, order.orderId)
  const page = await open(url)
  expect(titleOf(page)).toBe("Pay for your order")
  expect(page.text).toContain(story.left)
  const shown = await finish(shop, await start(url))
  expect(titleOf(shown)).toBe("Thank you, there is nothing left to pay")
})

it("an order that costs more than its transfer keeps it, and the link asks for the rest once it is there", async () => {
  const order = await buy(shop, { method: "prepaid" })
  const { orderId } = order
  await editOrder({ shop, orderId, variant_id: (await variantIds(shop)).get(CASE) ?? "" })
  const url = await makeLink(shop, orderId)
  const waiting = await open(url)
  expect(titleOf(waiting)).toBe("We are waiting for your transfer")
  expect(waiting.text).toContain("€31.90")
  await shop.sandbox.happen(order.stx, "money_arrived")
  await pushed(shop, order)
  const page = await open(url)
  expect(titleOf(page)).toBe("Pay for your order")
  expect(page.text).toContain("€17.95")
  await finish(shop, await start(url), { method: "sofort" })
  expect(await sumsOf(shop, orderId)).toMatchObject({ paid_total: 49.85, pending_difference: 0 })
})
