import { z } from "zod"

import type { Shop } from "../shop"

const reply = z.object({
  order: z.object({
    status: z.string(),
    total: z.number(),
    summary: z.object({
      paid_total: z.number(),
      refunded_total: z.number(),
      pending_difference: z.number(),
    }),
  }),
})

/** What the admin shows of an order's money, major units. */
export async function orderSums(shop: Shop, orderId: string) {
  const fields = "status,total,summary.*"
  const { order } = await shop.admin.ok(reply, `/admin/orders/${orderId}?fields=${fields}`)
  const { paid_total, refunded_total, pending_difference } = order.summary
  const { status, total } = order
  return { status, total, paid_total, refunded_total, pending_difference }
}
