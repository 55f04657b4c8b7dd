import { z } from "zod"
import { isEverythingShipped, orderItemSchema } from "../mapping/delivery/delivery"
import { fulfillmentSchema, toShipments, type Shipment } from "../mapping/delivery/shipment"
import { keys, list, text } from "../mapping/words/rows"
import { findOne, type Query } from "./query"
import { orderSchema } from "./schemas"

const orderWithDelivery = orderSchema.extend({
  display_id: z.number(),
  custom_display_id: text,
  metadata: keys,
  items: list(orderItemSchema),
  fulfillments: list(fulfillmentSchema),
})

/** The order module puts items together of two tables: asked for by name, they lack quantities. */
const FIELDS = [
  ...["id", "status", "display_id", "custom_display_id", "metadata"],
  ...["items.*", "items.detail.*", "fulfillments.*", "fulfillments.labels.*"],
]

/** What has left the shop of an order. */
export interface OrderDelivery {
  /** Oldest first. */
  shipments: Shipment[]
  isComplete: boolean
}

/** Null where there is no such order, or it was cancelled. */
export async function readDelivery(query: Query, id: string): Promise<OrderDelivery | null> {
  const wanted = { entity: "order", schema: orderWithDelivery, fields: FIELDS, by: { id } }
  const order = await findOne(query, wanted)
  if (!order || order.status === "canceled") return null
  const { items, fulfillments } = order
  return { shipments: toShipments(fulfillments, order), isComplete: isEverythingShipped(items) }
}
