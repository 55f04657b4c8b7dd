import { writeFileSync } from "node:fs"
import path from "node:path"

import { z } from "zod"

import { createDatabase, type Database } from "../../support/database"
import { readSeeded } from "../../support/seeded"
import { sharedDatabaseServer } from "../../support/shared-database-server"
import { startShop, type Shop } from "../../support/shop"
import { run } from "./run"

/** An admin in the order in which the rows refer to each other. */
const ADMIN_TABLES = ["user", "auth_identity", "provider_identity"]

const row = z.object({ row: z.string() })

/**
 * Copies the admin of the seeded shop: `medusa user` would start Medusa once more for it.
 *
 * @returns how to log in
 */
async function addAdmin(db: Database) {
  const server = sharedDatabaseServer()
  const seeded = await createDatabase(server, `admin_${process.pid}`)
  for (const table of ADMIN_TABLES) {
    const rows = await seeded.rows(row, `SELECT to_jsonb(t)::text AS row FROM "${table}" t`)
    const copied = `[${rows.map((one) => one.row).join()}]`
    const insert = `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1)`
    await db.rows(z.unknown(), insert, [copied])
  }
  await seeded.close()
  return readSeeded(server.seededFile).admin
}

/**
 * Migrates an empty database with the scratch store's own Medusa, adds an admin, and starts the
 * store. There is nothing to buy in it yet: see `openShop`.
 *
 * @param folder of the scratch store
 */
export async function startInstalledShop(folder: string): Promise<Shop> {
  const server = sharedDatabaseServer()
  const template = `installed_${process.pid}`
  const db = await createDatabase({ url: server.url, template: "template0" }, template)

  const env = { DATABASE_URL: db.url, MEDUSA_DISABLE_TELEMETRY: "true" }
  await run(["npx", "medusa", "db:migrate"], { cwd: folder, env })
  const admin = await addAdmin(db)
  await db.close()

  const seededFile = path.join(folder, "seeded.json")
  const seeded = { publishable_key: "", region_id: "", provider_ids: [], admin }
  writeFileSync(seededFile, JSON.stringify(seeded))
  return startShop({ cwd: folder, server: { ...server, template, seededFile } })
}
