import { sdk } from "../shop"
import type { Order } from "./types"

export async function fetchOrder(id: string): Promise<Order> {
  const { order } = await sdk.store.order.retrieve(id, { fields: "+items.original_total" })
  return order
}
