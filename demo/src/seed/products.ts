import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import {
  createInventoryLevelsWorkflow,
  createProductCategoriesWorkflow,
  createProductsWorkflow,
} from "@medusajs/medusa/core-flows"

import { CATALOG, CATEGORIES } from "./catalog"
import { pictureOf } from "./environment"
import type { SeededShipping } from "./shipping"

export interface ProductContext extends SeededShipping {
  salesChannelId: string
  bookTypeId: string
}

/** Category ids by handle. */
export type CategoryIds = Map<string, string>

async function createCategories(container: MedusaContainer): Promise<CategoryIds> {
  const { result } = await createProductCategoriesWorkflow(container).run({
    input: {
      product_categories: CATEGORIES.map(({ handle, name }, rank) => ({
        handle,
        name,
        rank,
        is_active: true,
      })),
    },
  })
  return new Map(result.map(({ handle, id }) => [handle, id]))
}

async function stockUp(container: MedusaContainer, stockLocationId: string): Promise<void> {
  const items = await container.resolve(Modules.INVENTORY).listInventoryItems({})
  const stock = new Map(CATALOG.map((entry) => [entry.sku, entry.stock]))
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: items.map((item) => ({
        inventory_item_id: item.id,
        location_id: stockLocationId,
        stocked_quantity: stock.get(item.sku ?? "") ?? 0,
      })),
    },
  })
}

/** The catalog with categories, pictures and stock. */
export async function seedProducts(
  container: MedusaContainer,
  context: ProductContext,
): Promise<CategoryIds> {
  const categories = await createCategories(container)
  await createProductsWorkflow(container).run({
    input: {
      products: CATALOG.map((entry) => ({
        title: entry.title,
        description: entry.description,
        handle: entry.handle,
        status: ProductStatus.PUBLISHED,
        thumbnail: pictureOf(entry.handle),
        category_ids: [categories.get(entry.category) ?? entry.category],
        type_id: entry.category === "books" ? context.bookTypeId : null,
        shipping_profile_id: context.shippingProfileId,
        sales_channels: [{ id: context.salesChannelId }],
        options: [{ title: "Ausführung", values: ["Standard"] }],
        variants: [
          {
            title: "Standard",
            sku: entry.sku,
            manage_inventory: true,
            options: { Ausführung: "Standard" },
            prices: [{ currency_code: "eur", amount: entry.price }],
          },
        ],
      })),
    },
  })
  await stockUp(container, context.stockLocationId)
  return categories
}
