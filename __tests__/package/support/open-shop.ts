import { z } from "zod"

import { createApi, type Api } from "../../support/http"
import type { Shop } from "../../support/shop"
import { PROVIDER } from "../../support/shopper"

const withId = z.object({ id: z.string() })
const keysReply = z.object({ api_keys: z.array(z.object({ token: z.string() })).min(1) })
const channelsReply = z.object({ sales_channels: z.array(withId).min(1) })
const regionReply = z.object({ region: withId })
const cartReply = z.object({ cart: withId })
const productReply = z.object({ product: z.object({ variants: z.array(withId).min(1) }) })

/** Price of the one article, in major units. */
export const PRICE = 12.5

/**
 * What a merchant clicks in the admin of a new store: a region with secuconnect among its payment
 * providers, and an article to sell, one that need not be shipped.
 */
export async function openShop(shop: Shop): Promise<{ shop: Shop; variantId: string }> {
  const { admin } = shop
  const { api_keys } = await admin.ok(keysReply, "/admin/api-keys?type=publishable")
  const { region } = await admin.ok(regionReply, "/admin/regions", {
    body: {
      name: "Deutschland",
      currency_code: "eur",
      countries: ["de"],
      payment_providers: [PROVIDER],
    },
  })
  const seeded = {
    ...shop.seeded,
    publishable_key: api_keys[0]?.token ?? "",
    region_id: region.id,
  }
  const store = createApi(shop.storeUrl, () => ({
    "x-publishable-api-key": seeded.publishable_key,
  }))
  return { shop: { ...shop, seeded, store }, variantId: await createArticle(admin) }
}

/** A cart with one article that is ready to be paid. */
export async function fillCart({ store, seeded }: Shop, variantId: string): Promise<string> {
  const { cart } = await store.ok(cartReply, "/store/carts", {
    body: {
      region_id: seeded.region_id,
      email: "max@example.org",
      items: [{ variant_id: variantId, quantity: 1 }],
    },
  })
  return cart.id
}

async function createArticle(admin: Api): Promise<string> {
  const { sales_channels } = await admin.ok(channelsReply, "/admin/sales-channels")
  const { product } = await admin.ok(productReply, "/admin/products", {
    body: {
      title: "Gift card",
      status: "published",
      sales_channels: sales_channels.map(({ id }) => ({ id })),
      options: [{ title: "Value", values: ["12.50"] }],
      variants: [
        {
          title: "12.50",
          options: { Value: "12.50" },
          prices: [{ amount: PRICE, currency_code: "eur" }],
          manage_inventory: false,
        },
      ],
    },
  })
  return product.variants[0]?.id ?? ""
}
