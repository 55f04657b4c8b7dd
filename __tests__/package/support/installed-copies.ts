import { readFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"

const schema = z.object({ packages: z.record(z.string(), z.unknown()) })

/** Where a package lies below a folder's `node_modules`, from npm's own list of what it installed. */
export function installedCopies(folder: string, name: string): string[] {
  const list = path.join(folder, "node_modules", ".package-lock.json")
  const { packages } = schema.parse(JSON.parse(readFileSync(list, "utf8")))
  return Object.keys(packages).filter((place) => `/${place}`.endsWith(`/node_modules/${name}`))
}

/** With a second copy, contexts, hooks and registrations of the one are unknown to the other. */
export const SINGLE_COPY = [
  "react",
  "react-router-dom",
  "@tanstack/react-query",
  "react-i18next",
  "@medusajs/framework",
]
