import { z } from "zod"

import type { Shop } from "../shop"

const itemsReply = z.object({
  inventory_items: z.tuple([
    z.object({
      id: z.string(),
      location_levels: z.tuple([z.object({ location_id: z.string() })]),
    }),
  ]),
})

/** Says how many of an article are there, what is reserved for orders included. */
export async function setStock(shop: Shop, sku: string, stocked_quantity: number): Promise<void> {
  const path = `/admin/inventory-items?sku=${sku}&fields=id,location_levels.location_id`
  const { inventory_items } = await shop.admin.ok(itemsReply, path)
  const [{ id, location_levels }] = inventory_items
  const level = `/admin/inventory-items/${id}/location-levels/${location_levels[0].location_id}`
  await shop.admin.ok(z.unknown(), level, { body: { stocked_quantity } })
}
