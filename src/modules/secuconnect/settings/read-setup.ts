import { realpathSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { z } from "zod"
import type { Setup } from "./setup"

const manifest = z.object({ version: z.string() })

/**
 * Reads off the installed packages how the shop is set up.
 *
 * @param root the store's folder
 */
export function readSetup(root: string, modules: Setup["modules"]): Setup {
  const store = createRequire(path.join(root, "package.json"))
  const dashboard = find(store, "@medusajs/dashboard")
  const seen = [dashboard && createRequire(dashboard), createRequire(__filename)]
  const routers = seen.map((from) => from && find(from, "react-router-dom"))
  return {
    modules,
    medusa: versionOf(store, "@medusajs/medusa"),
    routers: routers.flatMap((found) => (found ? [path.dirname(found)] : [])),
  }
}

/** Its `package.json`; null where it is not installed. */
function find(from: NodeJS.Require, name: string): string | null {
  try {
    return realpathSync(from.resolve(`${name}/package.json`))
  } catch {
    return null
  }
}

function versionOf(from: NodeJS.Require, name: string): string | null {
  const file = find(from, name)
  return file === null ? null : (manifest.safeParse(from(file)).data?.version ?? null)
}
