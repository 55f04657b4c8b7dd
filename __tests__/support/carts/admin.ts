import { z } from "zod"

import type { Shop } from "../shop"

const made = z.record(z.string(), z.looseObject({ id: z.string() }))

/** Makes something through the admin API. Gives its id. */
export async function make(
  shop: Pick<Shop, "admin">,
  path: string,
  body: unknown,
): Promise<string> {
  const [thing] = Object.values(await shop.admin.ok(made, path, { body }))
  if (!thing) throw new Error(`${path} made nothing.`)
  return thing.id
}

/** The id of the first thing that a list of the admin API has. */
export async function firstId(shop: Shop, path: string, key: string): Promise<string> {
  const schema = z.object({ [key]: z.array(z.object({ id: z.string() })).min(1) })
  const id = (await shop.admin.ok(schema, path))[key]?.[0]?.id
  if (!id) throw new Error(`${path} is empty.`)
  return id
}

/** Runs one of Medusa's workflows, or of the plugin's, inside the store, and waits for its end. */
export async function runWorkflow(shop: Shop, id: string, input: unknown = {}): Promise<void> {
  await shop.admin.ok(z.unknown(), `/admin/workflows-executions/${id}/run`, { body: { input } })
}
