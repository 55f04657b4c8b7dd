import type { z } from "zod"
import { findOne, listAll, type Query } from "./query"
import { providerSchema, regionSchema } from "./schemas"

export type MedusaRegion = z.output<typeof regionSchema>

/** With its payment providers, ours and others. */
export async function findRegion(
  query: Query,
  id: string | null | undefined,
): Promise<MedusaRegion | null> {
  return await findOne(query, { entity: "region", schema: regionSchema, by: { id } })
}

export async function listRegions(query: Query): Promise<MedusaRegion[]> {
  return await listAll(query, { entity: "region", schema: regionSchema })
}

/** Ids of the payment providers that the shop has installed. */
export async function listInstalledProviders(query: Query): Promise<string[]> {
  return enabledOf(await listAll(query, { entity: "payment_provider", schema: providerSchema }))
}

/** What was installed once stays in the database. */
export function enabledOf(providers: z.output<typeof providerSchema>[]): string[] {
  return providers.filter(({ is_enabled }) => is_enabled).map(({ id }) => id)
}
