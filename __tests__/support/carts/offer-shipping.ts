import { z } from "zod"

import type { Shop } from "../shop"
import { make } from "./admin"
import { PLACES, SHIPPING_PRICES } from "./places"
import { regionalPrices, type Regions } from "./regional-prices"

const seededReply = z.object({
  shipping_options: z.array(z.object({ id: z.string(), type: z.object({ code: z.string() }) })),
})

const locationsReply = z.object({
  stock_locations: z
    .array(z.object({ fulfillment_sets: z.array(z.object({ id: z.string() })).min(1) }))
    .min(1),
})

/** Ships to every place. Gives the ids of the options: "de/…" the seed's own, "abroad/…" new ones. */
export async function offerShipping(
  shop: Shop,
  { profileId, regions }: { profileId: string; regions: Regions },
): Promise<ReadonlyMap<string, string>> {
  const seeded = await shop.admin.ok(seededReply, "/admin/shipping-options?fields=id,type.code")
  const ids = new Map(seeded.shipping_options.map(({ id, type }) => [`de/${type.code}`, id]))

  const path = "/admin/stock-locations?fields=id,fulfillment_sets.id"
  const { stock_locations } = await shop.admin.ok(locationsReply, path)
  const set = stock_locations[0]?.fulfillment_sets[0]?.id ?? ""
  const service_zone_id = await addZone(shop, set)
  for (const [code, prices] of Object.entries(SHIPPING_PRICES)) {
    const id = await make(shop, "/admin/shipping-options", {
      name: `Shipping, ${code}`,
      service_zone_id,
      shipping_profile_id: profileId,
      provider_id: "manual_manual",
      price_type: "flat",
      type: { code, label: code },
      prices: regionalPrices(prices, regions).map(({ region_id, amount }) => {
        return { region_id, amount }
      }),
      rules: [
        { attribute: "enabled_in_store", operator: "eq", value: "true" },
        { attribute: "is_return", operator: "eq", value: "false" },
      ],
    })
    ids.set(`abroad/${code}`, id)
  }
  return ids
}

const setReply = z.object({
  fulfillment_set: z.object({
    service_zones: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
})

async function addZone(shop: Shop, set: string): Promise<string> {
  const name = "Abroad"
  const geo_zones = Object.keys(PLACES).map((country_code) => ({ type: "country", country_code }))
  const path = `/admin/fulfillment-sets/${set}/service-zones?fields=id,service_zones.id,service_zones.name`
  const { fulfillment_set } = await shop.admin.ok(setReply, path, { body: { name, geo_zones } })
  return fulfillment_set.service_zones.find((zone) => zone.name === name)?.id ?? ""
}
