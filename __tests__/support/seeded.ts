import { readFileSync } from "node:fs"
import { z } from "zod"

const seededSchema = z.object({
  publishable_key: z.string(),
  region_id: z.string(),
  provider_ids: z.array(z.string()),
  admin: z.object({ email: z.string(), password: z.string() }),
})

/** What the seed has made and written down. */
export type Seeded = z.infer<typeof seededSchema>

export function readSeeded(file: string): Seeded {
  return seededSchema.parse(JSON.parse(readFileSync(file, "utf8")))
}
