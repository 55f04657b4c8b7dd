import type { ExecArgs } from "@medusajs/framework/types"

import { writeShop } from "../shop"
import { seedAdmin } from "./admin"
import { variable } from "./environment"
import { seedProducts } from "./products"
import { seedPromotions } from "./promotions"
import { seedRegion } from "./region"
import { seedShipping } from "./shipping"
import { seedStore } from "./store"

/** Fills an empty store with "Papier & Tinte" and writes down, last of all, what was made. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  const { salesChannelId, publishableKey } = await seedStore(container)
  const { regionId, providerIds, bookTypeId } = await seedRegion(container)
  const shipping = await seedShipping(container, salesChannelId)
  const categories = await seedProducts(container, { ...shipping, salesChannelId, bookTypeId })
  await seedPromotions(container, categories)
  const admin = await seedAdmin(container)

  writeShop(
    { folder: variable("DEMO_FOLDER") },
    {
      storefront_url: variable("DEMO_STOREFRONT_URL"),
      publishable_key: publishableKey,
      region_id: regionId,
      provider_ids: providerIds,
      admin,
    },
  )
}
