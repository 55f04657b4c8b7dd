import type { ExecArgs } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows"

import { readShop, writeShop } from "../shop"
import { pictureOf, variable } from "./environment"

/** After a start with another `DEMO_STOREFRONT_PORT`: the pictures are at the new address. */
export default async function movePictures({ container }: ExecArgs): Promise<void> {
  const place = { folder: variable("DEMO_FOLDER") }
  const shop = readShop(place)
  if (!shop) throw new Error("There is no shop yet whose pictures could move.")
  const products = await container.resolve(Modules.PRODUCT).listProducts({}, { take: null })
  await updateProductsWorkflow(container).run({
    input: {
      products: products.map(({ id, handle }) => ({ id, thumbnail: pictureOf(handle) })),
    },
  })
  writeShop(place, { ...shop, storefront_url: variable("DEMO_STOREFRONT_URL") })
}
