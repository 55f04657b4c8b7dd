import { readdirSync } from "node:fs"
import path from "node:path"
import type { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { mikroOrmCreateConnection } from "@medusajs/framework/utils"
import { z } from "zod"

import type { Database } from "./database"
import { REPOSITORY } from "./repository"

const FOLDER = path.join(REPOSITORY, "src/modules/secuconnect/migrations")

/** A migration of the ledger's module, as SQL. */
export interface MigrationSql {
  name: string
  up: string[]
  down: string[]
}

type MigrationClass = new (
  ...given: [driver: undefined, config: undefined]
) => Pick<Migration, "up" | "down" | "getQueries">

/** All that there are, oldest first: also those that are added after this was written. */
export function migrationNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => /^Migration\d+\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ""))
    .sort()
}

export async function readMigrations(): Promise<MigrationSql[]> {
  return await Promise.all(migrationNames().map(readMigration))
}

async function readMigration(name: string): Promise<MigrationSql> {
  const loaded = jest.requireActual<Record<string, MigrationClass>>(path.join(FOLDER, name))
  const [Loaded] = Object.values(loaded)
  if (!Loaded) throw new Error(`${name} exports no migration`)
  return { name, up: await sqlOf(Loaded, "up"), down: await sqlOf(Loaded, "down") }
}

async function sqlOf(Loaded: MigrationClass, way: "up" | "down"): Promise<string[]> {
  const migration = new Loaded(undefined, undefined)
  await migration[way]()
  return migration.getQueries().map(String)
}

/**
 * Runs the statements as the migrator does: all or none. They go to the server in one message, which
 * PostgreSQL takes as one transaction; no other connection is needed.
 */
export async function runSql(db: Pick<Database, "run">, statements: string[]): Promise<void> {
  await db.run(statements.join("\n"))
}

const SCHEMA = `
  SELECT table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' '
    || coalesce(column_default, '') AS line
  FROM information_schema.columns WHERE table_name LIKE 'secuconnect\\_%'
  UNION ALL SELECT indexdef FROM pg_indexes WHERE tablename LIKE 'secuconnect\\_%'
  UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE conname LIKE 'secuconnect\\_%'
  ORDER BY 1`

/** Every column, index and constraint of the ledger's tables, one line each. */
export async function readLedgerSchema(db: Pick<Database, "rows">): Promise<string[]> {
  return (await db.rows(z.object({ line: z.string() }), SCHEMA)).map(({ line }) => line)
}

/**
 * Runs all migrations of the ledger as `medusa db:migrate` and `medusa db:rollback` do.
 *
 * @returns their names in the order in which they were run
 */
export async function migrate({ url }: Database, way: "up" | "down"): Promise<string[]> {
  const database = {
    clientUrl: url,
    snapshot: false,
    driverOptions: { connection: { ssl: false } },
  }
  const orm = await mikroOrmCreateConnection(database, [], FOLDER)
  try {
    const migrator = orm.migrator
    const done = way === "up" ? await migrator.up() : await migrator.down({ to: 0 })
    return done.map(({ name }) => name)
  } finally {
    await orm.close(true)
  }
}
