import { spawn } from "node:child_process"
import { cpSync, mkdirSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"

import type { DemoFile } from "../../e2e/support/demo"
import { packPlugin } from "../../package/support/pack"
import { run } from "../../package/support/run"
import { REPOSITORY } from "../../support/repository"
import { until } from "../../support/until"

const EXAMPLE = path.join(REPOSITORY, "examples", "nextjs")
const ENVIRONMENT = { NEXT_TELEMETRY_DISABLED: "1" }

/** Packages that an earlier run has installed here are kept. */
const FOLDER = path.join(os.tmpdir(), "secuconnect-nextjs")
const SHOP = path.join(FOLDER, "shop")

/**
 * Copies the example out of the repository, installs it with the packed plugin as a developer does, and
 * builds it for production.
 */
export async function buildShop(): Promise<void> {
  const pack = path.join(FOLDER, "pack")
  for (const folder of [
    pack,
    ...["app", "components", "lib"].map((name) => path.join(SHOP, name)),
  ]) {
    rmSync(folder, { recursive: true, force: true })
  }
  mkdirSync(pack, { recursive: true })
  const ownFiles = (file: string) => !/node_modules|\.next|package-lock/.test(file)
  cpSync(EXAMPLE, SHOP, { recursive: true, filter: ownFiles })
  const { file } = await packPlugin(pack)
  await run(["npm", "install", "--no-audit", "--no-fund", "--prefer-offline", file], { cwd: SHOP })
  await run(["npx", "next", "build"], { cwd: SHOP, env: ENVIRONMENT })
}

/** Serves the shop that was built, for the store of a demo, on a port of this machine. */
export async function serveShop(
  port: number,
  demo: DemoFile,
): Promise<{ stop: () => Promise<void> }> {
  const next = path.join(SHOP, "node_modules", "next", "dist", "bin", "next")
  const child = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", String(port)], {
    cwd: SHOP,
    env: {
      ...process.env,
      ...ENVIRONMENT,
      NODE_ENV: "production",
      MEDUSA_BACKEND_URL: demo.store_url,
      MEDUSA_PUBLISHABLE_KEY: demo.publishable_key,
    },
    stdio: ["ignore", "ignore", "inherit"],
  })
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()))
  let isOver = false
  void ended.then(() => (isOver = true))
  await until("the shop", async () => {
    if (isOver) throw new Error("The shop did not come up.")
    return (await fetch(`http://127.0.0.1:${port}`).catch(() => undefined))?.ok || undefined
  })
  return {
    stop: () => {
      child.kill()
      return ended
    },
  }
}
