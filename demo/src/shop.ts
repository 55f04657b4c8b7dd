import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"

import type { Settings } from "./settings"

const Shop = z.object({
  /** The storefront's address that the products' pictures point to. */
  storefront_url: z.string(),
  publishable_key: z.string(),
  region_id: z.string(),
  provider_ids: z.array(z.string()),
  admin: z.object({ email: z.string(), password: z.string() }),
})

export type Shop = z.infer<typeof Shop>

type Place = Pick<Settings, "folder">

export function shopFile({ folder }: Place): string {
  return path.join(folder, "shop.json")
}

/** The seed's last act: where this file exists, the database is whole. */
export function writeShop(place: Place, shop: Shop): void {
  writeFileSync(shopFile(place), `${JSON.stringify(shop, null, 2)}\n`)
}

/** What the seed has left behind, or `undefined` if it never came to its end. */
export function readShop(place: Place): Shop | undefined {
  try {
    return Shop.parse(JSON.parse(readFileSync(shopFile(place), "utf8")))
  } catch {
    return undefined
  }
}
