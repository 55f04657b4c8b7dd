import { PLACES, type Place, type Prices } from "./places"

/** Regions by the code of the place. */
export type Regions = ReadonlyMap<string, string>

/**
 * The prices of every place as prices of its region: only for those counts what the region says
 * about the tax, else what the currency says.
 */
export function regionalPrices(prices: Partial<Prices>, regions: Regions) {
  const places: [string, Place][] = Object.entries(PLACES)
  return places.flatMap(([code, { currency }]) => {
    const amount = prices[currency]
    const region_id = regions.get(code)
    return amount === undefined || !region_id ? [] : [{ region_id, currency, amount }]
  })
}
