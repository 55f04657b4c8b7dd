import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  getVariantAvailability,
  MathBN,
} from "@medusajs/framework/utils"
import type { BigNumberInput } from "@medusajs/framework/types"
import { z } from "zod"

const cartRow = z.object({
  sales_channel_id: z.string().nullish(),
  items: z.array(
    z.object({
      quantity: z.custom<BigNumberInput>(),
      variant: z
        .object({
          id: z.string(),
          manage_inventory: z.boolean().nullish(),
          allow_backorder: z.boolean().nullish(),
        })
        .nullish(),
    }),
  ),
})

const FIELDS = [
  "id",
  "sales_channel_id",
  "items.quantity",
  "items.variant.id",
  "items.variant.manage_inventory",
  "items.variant.allow_backorder",
]

/** Whether every article of the cart is there in the quantity that the cart wants. */
export async function isInStock(container: MedusaContainer, cartId: string): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields: FIELDS, filters: { id: cartId } })
  const { sales_channel_id, items } = cartRow.parse(data[0])
  const wanted = wantedQuantities(items)
  if (!sales_channel_id || wanted.size === 0) return true
  const found = await getVariantAvailability(query, {
    variant_ids: [...wanted.keys()],
    sales_channel_id,
  })
  return [...wanted].every(([id, quantity]) => MathBN.gte(found[id]?.availability ?? 0, quantity))
}

/** By variant; only articles whose stock is kept and limits the sale. */
function wantedQuantities(items: z.output<typeof cartRow>["items"]): Map<string, BigNumberInput> {
  const wanted = new Map<string, BigNumberInput>()
  for (const { variant, quantity } of items) {
    if (!variant?.manage_inventory || variant.allow_backorder) continue
    wanted.set(variant.id, MathBN.add(wanted.get(variant.id) ?? 0, quantity))
  }
  return wanted
}
