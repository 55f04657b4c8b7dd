import { execFileSync } from "node:child_process"
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs"
import path from "node:path"

import { startPostgres } from "../../demo/src/postgres"
import { findPostgresHome, type PostgresHome } from "../../demo/src/postgres-home"
import { Processes } from "../../demo/src/processes"
import type { Settings } from "../../demo/src/settings"
import { shopFile } from "../../demo/src/shop"
import { migrate, seed } from "../../demo/src/store"
import { databaseFingerprint } from "./fingerprint"
import { freePort } from "./free-port"
import { killLeftOvers } from "./left-overs"
import { REPOSITORY } from "./repository"

/** A running PostgreSQL with one migrated and seeded database to copy from. */
export interface DatabaseServer {
  /** `postgres://…` without the name of a database. */
  url: string
  /** The database to copy; nobody may be connected to it. */
  template: string
  /** Everything that a run leaves behind. */
  folder: string
  /** What the seed wrote down, see `readSeeded`. */
  seededFile: string
  /** Ends PostgreSQL and every process whose id is noted in the folder. */
  stop(): Promise<void>
}

const TEMPLATE = "postgres"
const STOREFRONT_URL = "http://localhost:8000"

/**
 * Starts PostgreSQL on a free port, on a copy of the prepared data folder. The first time, and
 * whenever migrations or seed have changed, that folder is made: this takes a minute.
 *
 * @throws Error with the end of the log when PostgreSQL, the migrations or the seed fail
 */
export async function startDatabaseServer(): Promise<DatabaseServer> {
  const home = findPostgresHome(path.join(REPOSITORY, "node_modules", ".cache", "test-database"))
  const base = path.dirname(home.data)
  mkdirSync(base, { recursive: true })
  forgetDeadRuns(base)
  const prepared = await prepare(base, home)

  const folder = path.join(base, `run-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const data = path.join(folder, "database")
  execFileSync("cp", ["-a", path.join(prepared, "database"), data])
  const settings = await settingsFor(folder)
  const processes = new Processes(folder, reportEnd)
  await startPostgres(processes, { ...home, data }, settings)
  copyFileSync(path.join(prepared, "shop.json"), shopFile(settings))
  return {
    url: settings.urls.database.replace("//", "//postgres@"),
    template: TEMPLATE,
    folder,
    seededFile: shopFile(settings),
    async stop() {
      killLeftOvers(folder)
      await processes.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** The folder with the migrated and seeded data, made if there is none for this state of things. */
async function prepare(base: string, home: PostgresHome): Promise<string> {
  const prepared = path.join(base, `template-${databaseFingerprint()}`)
  if (existsSync(prepared)) return prepared

  const folder = path.join(base, `building-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const settings = await settingsFor(folder)
  const processes = new Processes(folder, reportEnd)
  try {
    await startPostgres(processes, { ...home, data: path.join(folder, "database") }, settings)
    await migrate(processes, settings)
    await seed(processes, settings)
  } finally {
    await processes.stop()
  }
  for (const name of readdirSync(base)) {
    if (name.startsWith("template-")) rmSync(path.join(base, name), { recursive: true })
  }
  // Two runs may have built it at the same time; one of the two results is as good as the other.
  if (!existsSync(prepared)) renameSync(folder, prepared)
  return prepared
}

async function settingsFor(folder: string): Promise<Settings> {
  const database = `postgres://localhost:${await freePort()}`
  const nowhere = "http://localhost:9"
  return {
    root: REPOSITORY,
    folder,
    fresh: false,
    ports: [],
    // Its workers go from database to database, of which each shop has one that is not needed for long.
    // Stores that nobody uses just now keep their connections, too. The last is for `countStatements`.
    postgres: [
      "autovacuum=off",
      "max_connections=300",
      "shared_preload_libraries=pg_stat_statements",
    ],
    otherStorefronts: [],
    host: "127.0.0.1",
    urls: { database, store: nowhere, storefront: STOREFRONT_URL, sandbox: nowhere },
  }
}

/** Ends what a killed run has left running, and removes its folder. */
function forgetDeadRuns(base: string): void {
  for (const name of readdirSync(base)) {
    const pid = Number(/^(?:run|building)-(\d+)$/.exec(name)?.[1])
    if (Number.isNaN(pid) || isAlive(pid)) continue
    killLeftOvers(path.join(base, name))
    rmSync(path.join(base, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function reportEnd(error: Error): void {
  process.stderr.write(`${error.message}\n`)
}
