import { z } from "zod"

import { orderSums } from "./carts/order-sums"
import type { Shop } from "./shop"

const reply = z.object({
  order: z.object({
    payment_status: z.string(),
    payment_collections: z.array(z.object({ status: z.string(), amount: z.number() })),
  }),
})

/** What the admin shows of an order's money and of its payment collections, major units. */
export async function sumsOf(shop: Shop, orderId: string) {
  const fields = "payment_status,*payment_collections"
  const { order } = await shop.admin.ok(reply, `/admin/orders/${orderId}?fields=${fields}`)
  const { payment_status, payment_collections } = order
  const collections = payment_collections.map(({ status, amount }) => `${status} ${amount}`)
  return { ...(await orderSums(shop, orderId)), payment_status, collections }
}

/** An order of this total that is paid, as if nothing had come in between. */
export function paidOnce(total: number) {
  return {
    ...{ status: "pending", payment_status: "captured", total, paid_total: total },
    ...{ refunded_total: 0, pending_difference: 0, collections: [`completed ${total}`] },
  }
}
