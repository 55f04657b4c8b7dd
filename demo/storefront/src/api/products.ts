import { sdk, shop } from "../shop"
import type { Product } from "./types"

export interface Shelf {
  id: string
  name: string
  products: Product[]
}

/** All products, by category, in the order that the merchant has given the categories. */
export async function fetchShelves(): Promise<Shelf[]> {
  const [{ product_categories: categories }, { products }] = await Promise.all([
    sdk.store.category.list({ order: "rank", fields: "id,name" }),
    sdk.store.product.list({
      region_id: shop.region_id,
      limit: 100,
      order: "title",
      fields: "*variants.calculated_price,+variants.inventory_quantity,*categories",
    }),
  ])
  const isIn = (product: Product, id: string) =>
    product.categories?.some((category) => category.id === id) ?? false
  return categories.map(({ id, name }) => ({
    id,
    name,
    products: products.filter((product) => isIn(product, id)),
  }))
}
