import type { BigNumberInput, RemoteQueryFunction } from "@medusajs/framework/types"
import { getVariantAvailability, MathBN } from "@medusajs/framework/utils"
import { z } from "zod"
import { amount, flag, list } from "../mapping/words/rows"
import { findOne } from "./query"

const variantSchema = z.object({ id: z.string(), manage_inventory: flag, allow_backorder: flag })

const cartWithVariants = z.object({
  sales_channel_id: z.string().nullish(),
  items: list(z.object({ quantity: amount, variant: variantSchema.nullish() })),
})

/** Whether every article of the cart is there in the quantity that the cart wants. */
export async function isInStock(
  query: Omit<RemoteQueryFunction, symbol>,
  cartId: string,
): Promise<boolean> {
  const cart = await findOne(query, {
    entity: "cart",
    schema: cartWithVariants,
    by: { id: cartId },
  })
  const wanted = wantedQuantities(cart?.items ?? [])
  if (!cart?.sales_channel_id || wanted.size === 0) return true
  const found = await getVariantAvailability(query, {
    variant_ids: [...wanted.keys()],
    sales_channel_id: cart.sales_channel_id,
  })
  return [...wanted].every(([id, quantity]) => MathBN.gte(found[id]?.availability ?? 0, quantity))
}

/** By variant; only articles whose stock is kept and limits the sale. */
function wantedQuantities(
  items: z.output<typeof cartWithVariants>["items"],
): Map<string, BigNumberInput> {
  const wanted = new Map<string, BigNumberInput>()
  for (const { variant, quantity } of items) {
    if (!variant?.manage_inventory || variant.allow_backorder) continue
    wanted.set(variant.id, MathBN.add(wanted.get(variant.id) ?? 0, quantity))
  }
  return wanted
}
