import Medusa from "@medusajs/js-sdk"

/** What differs from shop to shop. The demo serves it; a real storefront takes it from its build. */
interface ShopConfig {
  store_url: string
  publishable_key: string
  region_id: string
  demo: { admin_url: string; sandbox_url: string }
}

const here = new Medusa({ baseUrl: window.location.origin })

export const shop = await here.client.fetch<ShopConfig>("/config.json")

export const sdk = new Medusa({ baseUrl: shop.store_url, publishableKey: shop.publishable_key })
