import { z } from "zod"

import type { Shop } from "../shop"
import type { Article } from "./articles"
import { regionalPrices, type Regions } from "./regional-prices"

const productReply = z.object({
  product: z.object({
    id: z.string(),
    variants: z.tuple([z.object({ id: z.string() })]),
  }),
})

export interface ProductContext {
  /** Of the article in the table, for the product's address. */
  name: string
  bookTypeId: string
  profileId: string
  salesChannelId: string
  regions: Regions
}

/** A product with one variant, of which there is always enough. Gives the ids of both. */
export async function addProduct(shop: Shop, article: Article, context: ProductContext) {
  const { title, variant, sku, barcode, book, digital, prices } = article
  const { name, bookTypeId, profileId, salesChannelId, regions } = context
  const { product } = await shop.admin.ok(productReply, "/admin/products", {
    body: {
      title,
      handle: name,
      status: "published",
      sales_channels: [{ id: salesChannelId }],
      options: [{ title: "Edition", values: [variant] }],
      ...(book ? { type_id: bookTypeId } : {}),
      ...(digital ? {} : { shipping_profile_id: profileId }),
      variants: [
        {
          title: variant,
          sku,
          barcode,
          manage_inventory: false,
          options: { Edition: variant },
          prices: [
            { currency_code: "eur", amount: prices.eur },
            ...regionalPrices(prices, regions).map(({ region_id, currency, amount }) => {
              return { currency_code: currency, amount, rules: { region_id } }
            }),
          ],
        },
      ],
    },
  })
  const [{ id: variantId }] = product.variants
  return { id: product.id, variant: variantId }
}
