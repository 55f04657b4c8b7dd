import type { Shop } from "../shop"
import { PROVIDER } from "../shopper"
import { make } from "./admin"
import type { Place } from "./places"

export interface PlaceToOpen {
  /** Of the country. */
  code: string
  place: Place
  bookTypeId: string
}

/** A region with its taxes. Gives the region's id. */
export async function openPlace(shop: Shop, { code, place, bookTypeId }: PlaceToOpen) {
  const region = await make(shop, "/admin/regions", {
    name: place.name,
    currency_code: place.currency,
    countries: [code],
    is_tax_inclusive: place.gross,
    payment_providers: [PROVIDER],
  })
  const taxRegion = await make(shop, "/admin/tax-regions", {
    country_code: code,
    provider_id: "tp_system",
    default_tax_rate: { name: "Tax", code: `${code}-full`, rate: place.rate },
  })
  await make(shop, "/admin/tax-rates", {
    tax_region_id: taxRegion,
    name: "Reduced tax",
    code: `${code}-reduced`,
    rate: place.reduced,
    rules: [{ reference: "product_type", reference_id: bookTypeId }],
  })
  if (place.province) {
    await make(shop, "/admin/tax-regions", {
      country_code: code,
      province_code: place.province.code,
      parent_id: taxRegion,
      default_tax_rate: {
        name: "Local tax",
        code: `${code}-local`,
        rate: place.province.rate,
        is_combinable: true,
      },
    })
  }
  return region
}
