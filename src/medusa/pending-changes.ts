import { OrderChangeStatus } from "@medusajs/framework/utils"
import { z } from "zod"
import { findOne, type Query } from "./query"

/** Whether an edit, return, exchange or transfer of the order is open: two at once corrupt it. */
export async function hasPendingChange(query: Query, order_id: string): Promise<boolean> {
  const status = [OrderChangeStatus.PENDING, OrderChangeStatus.REQUESTED]
  const schema = z.object({ id: z.string() })
  return (
    (await findOne(query, { entity: "order_change", schema, by: { order_id, status } })) !== null
  )
}
