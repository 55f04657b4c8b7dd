import "server-only"

import Medusa, { type FetchArgs } from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import { createStoreClient } from "medusa-payment-secuconnect/storefront"

import { LOCALE } from "./locale"

const address = {
  baseUrl: process.env.MEDUSA_BACKEND_URL ?? "http://localhost:9000",
  publishableKey: process.env.MEDUSA_PUBLISHABLE_KEY ?? "",
}

export const sdk = new Medusa(address)

/** For payments. Of the address, not of the SDK: so failures keep their codes. */
export const store = createStoreClient(address, { locale: LOCALE })

/** What changes seldom may be remembered; carts, payment methods and orders never. */
const SELDOM: FetchArgs = {
  cache: "force-cache",
  next: { revalidate: 300, tags: ["products"] },
}

export async function regionId(): Promise<string> {
  const { regions } = await sdk.client.fetch<HttpTypes.StoreRegionListResponse>(
    "/store/regions",
    SELDOM,
  )
  const [region] = regions
  if (!region) throw new Error("The store has no region.")
  return region.id
}

export async function listProducts(handle?: string): Promise<HttpTypes.StoreProduct[]> {
  const fields = "*variants.calculated_price"
  const query = { region_id: await regionId(), fields, limit: 100, ...(handle && { handle }) }
  const { products } = await sdk.client.fetch<HttpTypes.StoreProductListResponse>(
    "/store/products",
    { query, ...SELDOM },
  )
  return products
}

export async function retrieveOrder(id: string): Promise<HttpTypes.StoreOrder | null> {
  const path = `/store/orders/${encodeURIComponent(id)}`
  return sdk.client
    .fetch<HttpTypes.StoreOrderResponse>(path, { cache: "no-store" })
    .then(({ order }) => order, missing)
}

/** "Not found" is an answer; everything else is a fault. */
export function missing(error: unknown): null {
  if (error instanceof Error && "status" in error && error.status === 404) return null
  throw error
}
