import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"

const PROVIDER = "manual_manual"

/** Euro, VAT included. */
const OPTIONS = [
  { code: "standard", name: "Standardversand", description: "2 bis 3 Werktage", price: 4.9 },
  { code: "express", name: "Expressversand", description: "am nächsten Werktag", price: 9.9 },
  { code: "pickup", name: "Abholung im Laden", description: "in Dresden, ab morgen", price: 0 },
]

export interface SeededShipping {
  stockLocationId: string
  shippingProfileId: string
}

async function createStockLocation(
  container: MedusaContainer,
  salesChannelId: string,
): Promise<string> {
  const { result } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: "Laden Dresden",
          address: {
            address_1: "Alaunstraße 17",
            postal_code: "01099",
            city: "Dresden",
            country_code: "DE",
          },
        },
      ],
    },
  })
  const location = result[0]
  if (!location) throw new Error("The stock location was not created.")
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: location.id, add: [salesChannelId] },
  })
  return location.id
}

/** Says that the stock location ships to Germany, and gives back the id of that service zone. */
async function createServiceZone(
  container: MedusaContainer,
  stockLocationId: string,
): Promise<string> {
  const set = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets({
    name: "Versand ab Dresden",
    type: "shipping",
    service_zones: [{ name: "Deutschland", geo_zones: [{ type: "country", country_code: "de" }] }],
  })
  const zone = set.service_zones[0]
  if (!zone) throw new Error("The service zone was not created.")
  const stockLocation = { [Modules.STOCK_LOCATION]: { stock_location_id: stockLocationId } }
  await container.resolve(ContainerRegistrationKeys.LINK).create([
    { ...stockLocation, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } },
    { ...stockLocation, [Modules.FULFILLMENT]: { fulfillment_provider_id: PROVIDER } },
  ])
  return zone.id
}

/** One stock location that ships to Germany in three ways. */
export async function seedShipping(
  container: MedusaContainer,
  salesChannelId: string,
): Promise<SeededShipping> {
  const stockLocationId = await createStockLocation(container, salesChannelId)
  const serviceZoneId = await createServiceZone(container, stockLocationId)
  const { result: profiles } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Alles", type: "default" }] },
  })
  const profile = profiles[0]
  if (!profile) throw new Error("The shipping profile was not created.")
  await createShippingOptionsWorkflow(container).run({
    input: OPTIONS.map(({ code, name, description, price }) => ({
      name,
      service_zone_id: serviceZoneId,
      shipping_profile_id: profile.id,
      provider_id: PROVIDER,
      price_type: "flat",
      type: { code, label: name, description },
      prices: [{ currency_code: "eur", amount: price }],
      rules: [
        { attribute: "enabled_in_store", operator: "eq", value: "true" },
        { attribute: "is_return", operator: "eq", value: "false" },
      ],
    })),
  })
  return { stockLocationId, shippingProfileId: profile.id }
}
