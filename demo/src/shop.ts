import { readFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"

import type { Settings } from "./settings"

const Shop = z.object({
  /** The storefront's address that the pictures of the products were seeded with. */
  storefront_url: z.string(),
  publishable_key: z.string(),
  region_id: z.string(),
  provider_ids: z.array(z.string()),
  admin: z.object({ email: z.string(), password: z.string() }),
})

export type Shop = z.infer<typeof Shop>

/** The seed's last act is to write this file: where it exists, the database is whole. */
export function shopFile({ folder }: Settings): string {
  return path.join(folder, "shop.json")
}

/** What the seed has left behind, or `undefined` if it never came to its end. */
export function readShop(settings: Settings): Shop | undefined {
  try {
    return Shop.parse(JSON.parse(readFileSync(shopFile(settings), "utf8")))
  } catch {
    return undefined
  }
}
