import { writeFileSync } from "node:fs"
import path from "node:path"

import { createDatabase } from "../../support/database"
import { sharedDatabaseServer } from "../../support/shared-database-server"
import { startShop, type Shop } from "../../support/shop"
import { run } from "./run"

const admin = { email: "admin@example.org", password: "supersecret" }

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
  await db.close()

  const env = { DATABASE_URL: db.url, MEDUSA_DISABLE_TELEMETRY: "true" }
  const medusa = (...args: string[]) => run(["npx", "medusa", ...args], { cwd: folder, env })
  await medusa("db:migrate")
  await medusa("user", "--email", admin.email, "--password", admin.password)

  const seededFile = path.join(folder, "seeded.json")
  const seeded = { publishable_key: "", region_id: "", provider_ids: [], admin }
  writeFileSync(seededFile, JSON.stringify(seeded))
  return startShop({ cwd: folder, server: { ...server, template, seededFile } })
}
