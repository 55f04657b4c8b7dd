import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"

const link = z.object({ order_id: z.string() })

/** The order that a fulfilment belongs to; null for that of a return, which has none. */
export async function findOrderOf(
  container: MedusaContainer,
  fulfillment_id: string,
): Promise<string | null> {
  if (!fulfillment_id) return null
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_fulfillment",
    fields: ["order_id"],
    filters: { fulfillment_id },
  })
  const found = link.safeParse(data[0])
  return found.success ? found.data.order_id : null
}
