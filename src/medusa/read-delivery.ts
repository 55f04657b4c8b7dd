import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { isEverythingShipped, orderItemSchema } from "../mapping/delivery/delivery"
import { fulfillmentSchema, toShipments, type Shipment } from "../mapping/delivery/shipment"

const orderSchema = z.object({
  status: z.string(),
  display_id: z.number(),
  custom_display_id: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  items: z.array(orderItemSchema),
  fulfillments: z.array(fulfillmentSchema.nullable()).nullish(),
})

const FIELDS = [
  "id",
  "status",
  "display_id",
  "custom_display_id",
  "metadata",
  "items.*",
  "items.detail.*",
  "fulfillments.*",
  "fulfillments.labels.*",
]

/** What has left the shop of an order. */
export interface OrderDelivery {
  /** Oldest first. */
  shipments: Shipment[]
  isComplete: boolean
}

/** Null where there is no such order, or it was cancelled. */
export async function readDelivery(
  container: MedusaContainer,
  order_id: string,
): Promise<OrderDelivery | null> {
  if (!order_id) return null
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: FIELDS, filters: { id: order_id } })
  if (!data[0]) return null
  const { items, fulfillments, ...order } = orderSchema.parse(data[0])
  if (order.status === "canceled") return null
  const found = (fulfillments ?? []).filter((fulfillment) => fulfillment !== null)
  return { shipments: toShipments(found, order), isComplete: isEverythingShipped(items) }
}
