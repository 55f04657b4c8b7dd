import { z } from "zod"

import type { Shop } from "../shop"
import { readOrder } from "./after-the-order"

const anything = z.unknown()
const begun = z.object({ return: z.object({ id: z.string() }) })

/** One of the order's articles was delivered and has come back. */
export async function returnArticle(shop: Shop, orderId: string): Promise<void> {
  const { items } = await readOrder(shop, orderId)
  const returned = [{ id: items[0]?.id ?? "", quantity: 1 }]
  const fulfillments = `/admin/orders/${orderId}/fulfillments`
  await shop.admin.ok(anything, fulfillments, { body: { items } })
  const location = z.object({ stock_locations: z.array(z.object({ id: z.string() })) })
  const { stock_locations } = await shop.admin.ok(location, "/admin/stock-locations?limit=1")
  const body = { order_id: orderId, location_id: stock_locations[0]?.id }
  const { id } = (await shop.admin.ok(begun, "/admin/returns", { body })).return
  const path = `/admin/returns/${id}`
  const post = (end: string, sent: object = {}) =>
    shop.admin.ok(anything, `${path}/${end}`, { method: "POST", body: sent })
  await post("request-items", { items: returned })
  await post("request")
  await post("receive")
  await post("receive-items", { items: returned })
  await post("receive/confirm")
}
