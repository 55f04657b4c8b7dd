import { rmSync } from "node:fs"

import { assertPortsAreFree } from "./src/ports"
import { startPostgres } from "./src/postgres"
import { findPostgresHome } from "./src/postgres-home"
import { Processes } from "./src/processes"
import { Progress } from "./src/progress"
import { demoFile, welcome, writeDemoFile } from "./src/report"
import { startSandbox } from "./src/sandbox"
import { readSettings, type Settings } from "./src/settings"
import { readShop, type Shop } from "./src/shop"
import { forget, isMigrated, rememberMigrations } from "./src/state"
import { migrate, movePictures, seed, startStore } from "./src/store"
import { buildStorefront } from "./src/storefront-build"
import { serveStorefront } from "./src/storefront-server"

/** Migrates and fills the database as far as an earlier start has not done so. */
async function prepareShop(processes: Processes, settings: Settings, progress: Progress) {
  if (!isMigrated(settings)) {
    await progress.step("Bring the database up to date", () => migrate(processes, settings))
    rememberMigrations(settings)
  }
  const shop = readShop(settings)
  if (!shop) {
    await progress.step("Fill the shop", () => seed(processes, settings))
  } else if (shop.storefront_url !== settings.urls.storefront) {
    await progress.step("Move the pictures", () => movePictures(processes, settings))
  }
}

async function start(processes: Processes, settings: Settings): Promise<Shop> {
  const progress = new Progress()
  const home = findPostgresHome(settings.folder)
  // An earlier start that did not come to its end has left half a shop.
  if (settings.fresh || !readShop(settings)) forget(settings, home.data)
  rmSync(demoFile(settings.folder), { force: true })

  await progress.step("Start the database", () => startPostgres(processes, home, settings))
  const built = buildStorefront(processes, settings)
  built.catch(() => undefined)
  await prepareShop(processes, settings, progress)
  const shop = readShop(settings)
  if (!shop) throw new Error("The seed has not written down what it made.")

  await progress.step("Start the sandbox", () => startSandbox(processes, settings))
  await progress.step("Start the store and its admin", () => startStore(processes, settings))
  await progress.step("Build the storefront", () => built)
  await progress.step("Serve the storefront", () => serveStorefront(settings, shop))
  console.log(`\n  Ready after ${progress.total()}.`)
  return shop
}

/** An npm that is killed takes nobody with it: whoever it has started sees its parent change. */
function whenOrphaned(stop: () => void): void {
  if (process.env["npm_lifecycle_event"] !== "demo") return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stop()
  }, 1000).unref()
}

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env)
  await assertPortsAreFree(settings.ports)

  let stopping = false
  const stop = async (message: string, exitCode: number) => {
    if (stopping) return
    stopping = true
    console.log(`\n${message}`)
    rmSync(demoFile(settings.folder), { force: true })
    await processes.stop()
    process.exit(exitCode)
  }
  const fail = (error: unknown) =>
    void stop(error instanceof Error ? error.message : String(error), 1)
  const processes = new Processes(settings.folder, fail)
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => void stop("  Stopping …", 0))
  }
  whenOrphaned(() => void stop("  Stopping …", 0))
  try {
    const shop = await start(processes, settings)
    writeDemoFile(settings, shop)
    console.log(welcome(settings, shop))
  } catch (error) {
    fail(error)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
