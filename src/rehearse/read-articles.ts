import { z } from "zod"
import { toMinorUnits } from "../mapping/words/currency"
import type { Article, Obstacle, Stall } from "./shop"
import type { StoreApi } from "./store-api"

const variantSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  manage_inventory: z.boolean().nullish(),
  allow_backorder: z.boolean().nullish(),
  inventory_quantity: z.number().nullish(),
  calculated_price: z.object({ calculated_amount: z.number().nullish() }).nullish(),
})
const productsReply = z.object({
  products: z.array(z.object({ title: z.string(), variants: z.array(variantSchema).nullish() })),
})

type Found = { articles: Article[]; obstacle: Obstacle }

const FIELDS = "title,*variants,*variants.calculated_price,+variants.inventory_quantity"
/** Enough for variety. */
const MOST_PRODUCTS = 100

/** What a storefront would list: published, in the sales channel, with a price for the region. */
export async function readArticles(
  api: StoreApi,
  { region, country, sales_channel }: Pick<Stall, "region" | "country" | "sales_channel">,
): Promise<Found> {
  const query = new URLSearchParams({
    region_id: region.id,
    country_code: country,
    sales_channel_id: sales_channel.id,
    fields: FIELDS,
    limit: String(MOST_PRODUCTS),
  })
  const { products } = await api.get(productsReply, `/store/products?${query.toString()}`)
  const variants = products.flatMap(({ title, variants }) =>
    (variants ?? []).map((variant) => ({ title, variant })),
  )
  const priced = variants.flatMap(({ title, variant }) => {
    const price = variant.calculated_price?.calculated_amount ?? 0
    if (price <= 0) return []
    const name = [title, variant.title].filter(Boolean).join(", ")
    const minor = toMinorUnits(price, region.currency_code)
    return [{ variant_id: variant.id, name, price: minor, stock: stockOf(variant) }]
  })
  const articles = priced.filter(({ stock }) => stock > 0)
  return { articles, obstacle: obstacleOf(variants.length, priced.length) }
}

/** Why there is nothing to buy, where there is not. */
function obstacleOf(variants: number, priced: number): Obstacle {
  if (variants === 0) return "no_products"
  return priced === 0 ? "no_price" : "no_stock"
}

function stockOf(variant: z.output<typeof variantSchema>): number {
  const { manage_inventory, allow_backorder, inventory_quantity } = variant
  return manage_inventory && !allow_backorder ? (inventory_quantity ?? 0) : Infinity
}
