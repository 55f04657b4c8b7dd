import { z } from "zod"

import type { Shop } from "../shop"
import { firstId, make } from "./admin"
import { ARTICLES } from "./articles"
import { addProduct, type ProductContext } from "./add-product"
import { offerShipping } from "./offer-shipping"
import { openPlace } from "./open-place"
import { PLACES, type PlaceCode } from "./places"
import { promotionBody, PROMOTIONS } from "./promotions"

/** Ids of everything that carts are made from. */
export interface Market {
  /** Region of a place. */
  region(place: PlaceCode): string
  /** Variant of an article. */
  variant(article: string): string
  /** Shipping option that is offered at a place. */
  shipping(place: PlaceCode, code: string): string
}

/** Sells everything everywhere: regions, taxes, shipping, articles, promotions, by the admin API. */
export async function openMarket(shop: Shop): Promise<Market> {
  const [bookTypeId, profileId, salesChannelId] = await Promise.all([
    firstId(shop, "/admin/product-types", "product_types"),
    seededProfile(shop),
    firstId(shop, "/admin/sales-channels", "sales_channels"),
  ])
  const regions = await openPlaces(shop, bookTypeId)
  const context = { bookTypeId, profileId, salesChannelId, regions }
  const [shipping, products] = await Promise.all([
    offerShipping(shop, context),
    addProducts(shop, context),
  ])
  const productId = (article: string) => known(products, article).id
  const promotions = Object.entries(PROMOTIONS).map(([code, promotion]) =>
    make(shop, "/admin/promotions", promotionBody(code, promotion, productId)),
  )
  await Promise.all(promotions)
  return {
    region: (place) => known(regions, place),
    variant: (article) => known(products, article).variant,
    shipping: (place, code) => known(shipping, `${place === "de" ? "de" : "abroad"}/${code}`),
  }
}

const profilesReply = z.object({
  shipping_options: z.array(z.object({ shipping_profile_id: z.string() })).min(1),
})

/** Of the options that the seed has made: an order needs articles of the same. */
async function seededProfile(shop: Shop): Promise<string> {
  const path = "/admin/shipping-options?fields=id,shipping_profile_id"
  const { shipping_options } = await shop.admin.ok(profilesReply, path)
  return shipping_options[0]?.shipping_profile_id ?? ""
}

async function openPlaces(shop: Shop, bookTypeId: string): Promise<Map<string, string>> {
  const opened = Object.entries(PLACES).map(async ([code, place]) => {
    return [code, await openPlace(shop, { code, place, bookTypeId })] as const
  })
  return new Map([["de", shop.seeded.region_id], ...(await Promise.all(opened))])
}

async function addProducts(shop: Shop, context: Omit<ProductContext, "name">) {
  const added = Object.entries(ARTICLES).map(async ([name, article]) => {
    return [name, await addProduct(shop, article, { ...context, name })] as const
  })
  return new Map(await Promise.all(added))
}

function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`The market does not know ${key}.`)
  return value
}
