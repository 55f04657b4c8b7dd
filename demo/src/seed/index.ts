import { writeFileSync } from "node:fs"

import type { ExecArgs } from "@medusajs/framework/types"

import type { Shop } from "../shop"
import { seedAdmin } from "./admin"
import { seedProducts } from "./products"
import { seedPromotions } from "./promotions"
import { seedRegion } from "./region"
import { seedShipping } from "./shipping"
import { seedStore } from "./store"

function variable(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set. Run "npm run demo" instead.`)
  return value
}

/** Fills an empty store with "Papier & Tinte" and writes down, last of all, what was made. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  const storefrontUrl = variable("DEMO_STOREFRONT_URL")
  const { salesChannelId, publishableKey } = await seedStore(container)
  const { regionId, providerIds, bookTypeId } = await seedRegion(container)
  const shipping = await seedShipping(container, salesChannelId)
  const context = { ...shipping, salesChannelId, bookTypeId, storefrontUrl }
  const categories = await seedProducts(container, context)
  await seedPromotions(container, categories)
  const admin = await seedAdmin(container)

  const shop: Shop = {
    storefront_url: storefrontUrl,
    publishable_key: publishableKey,
    region_id: regionId,
    provider_ids: providerIds,
    admin,
  }
  writeFileSync(variable("DEMO_SHOP_FILE"), `${JSON.stringify(shop, null, 2)}\n`)
}
