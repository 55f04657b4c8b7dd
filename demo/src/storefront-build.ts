import { readdirSync, statSync } from "node:fs"
import path from "node:path"

import type { Processes } from "./processes"
import type { Settings } from "./settings"

export function storefrontFolder({ folder }: Settings): string {
  return path.join(folder, "storefront")
}

/** The storefront kit, seen from the storefront. */
const KIT = "../../src/storefront"

/** When the latest change of the storefront's sources was made; node_modules and the like aside. */
function lastChange(sources: string): number {
  const inFolders = ["src", "public", KIT].flatMap((folder) =>
    readdirSync(path.join(sources, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      path.join(folder, file),
    ),
  )
  const files = [...inFolders, "index.html", "vite.config.ts", "package.json"]
  return Math.max(...files.map((file) => statSync(path.join(sources, file)).mtimeMs))
}

function isBuilt(sources: string, built: string): boolean {
  try {
    return statSync(path.join(built, "index.html")).mtimeMs > lastChange(sources)
  } catch {
    return false
  }
}

/** Builds the storefront, unless nothing has changed since the last time. */
export async function buildStorefront(processes: Processes, settings: Settings): Promise<void> {
  const sources = path.join(settings.root, "demo", "storefront")
  const built = storefrontFolder(settings)
  if (isBuilt(sources, built)) return
  const vite = path.join(settings.root, "node_modules", "vite", "bin", "vite.js")
  await processes.run({
    name: "storefront-build",
    file: process.execPath,
    args: [vite, "build", sources, "--outDir", built, "--emptyOutDir"],
    env: { ...process.env, NODE_ENV: "production" },
  })
}
