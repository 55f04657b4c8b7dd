import { mkdtemp, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { z } from "zod"

import type { Shop } from "../support/shop"

/**
 * Keeps what a run that is not clean leaves behind, since its database goes with it: every table,
 * what the sandbox knows, and the store's log.
 *
 * @returns the folder
 */
export async function keepEvidence(shop: Shop): Promise<string> {
  const { db, sandbox } = shop
  const folder = await mkdtemp(path.join(os.tmpdir(), "secuconnect-soak-"))
  const keep = (name: string, text: string) => writeFile(path.join(folder, name), text)
  for (const table of await db.tables()) await keep(`${table}.json`, await db.dump(table))
  const known = await db.rows(
    z.object({ stx_id: z.string() }),
    "SELECT stx_id FROM secuconnect_checkout WHERE stx_id IS NOT NULL",
  )
  const transactions = []
  for (const { stx_id } of known) transactions.push(await sandbox.read(stx_id))
  await keep("sandbox.json", JSON.stringify(transactions))
  await keep("store.log", shop.log())
  return folder
}
