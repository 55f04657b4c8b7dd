import { z } from "zod"
import { orderItemSchema, unsentItems } from "../mapping/delivery/delivery"
import { fulfillmentSchema, toShipments, type Shipment } from "../mapping/delivery/shipment"
import { isUnshipped } from "../mapping/status/unshipped"
import type { UnsentItem } from "../mapping/words/payments"
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
  /** What is still going to be sent. */
  unsent: UnsentItem[]
}

/** Null where there is no such order, or it was cancelled. */
export async function readDelivery(query: Query, id: string): Promise<OrderDelivery | null> {
  const wanted = { entity: "order", schema: orderWithDelivery, fields: FIELDS, by: { id } }
  const order = await findOne(query, wanted)
  if (!order || order.status === "canceled") return null
  const { items, fulfillments } = order
  return { shipments: toShipments(fulfillments, order), unsent: unsentItems(items) }
}

/** An invoice, and the reports of it. */
interface Invoice {
  order_id: string | null
  payments: { status: string; is_refund: boolean }[] | null
}

/**
 * What an invoice of which a part was sent waits for: it does not become due before that is sent too, or a
 * person says that it never will be. Empty where its last shipment is reported, or is going to be.
 */
export async function readUnsent(
  query: Query,
  { order_id, payments }: Invoice,
  reports: { kind: string }[],
): Promise<UnsentItem[]> {
  const isReported = reports.some(({ kind }) => kind === "capture")
  if (order_id === null || isReported || !isUnshipped(payments)) return []
  const delivery = await readDelivery(query, order_id)
  return delivery && delivery.shipments.length > 0 ? delivery.unsent : []
}
