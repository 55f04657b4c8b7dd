import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import path from "node:path"

import { REPOSITORY } from "./repository"

/** What the migrated and seeded database depends on. */
const SOURCES = [
  "package-lock.json",
  "medusa-config.js",
  "demo/src/seed",
  "src/modules",
  "src/links",
]

/** Of the modules only this is looked at: their services change often and leave the tables alone. */
const RELEVANT = /\/(models|migrations)\/|^(?!src\/modules\/)/

/** Changes whenever a new database would come out differently. */
export function databaseFingerprint(): string {
  const hash = createHash("sha256")
  for (const file of SOURCES.flatMap(filesIn).filter((name) => RELEVANT.test(name))) {
    hash.update(`${file}\n`).update(readFileSync(path.join(REPOSITORY, file)))
  }
  for (const name of filesIn("src/providers")) hash.update(`${name}\n`)
  return hash.digest("hex").slice(0, 16)
}

/** Files at or below a path, relative to the repository, in a fixed order. */
function filesIn(source: string): string[] {
  const absolute = path.join(REPOSITORY, source)
  if (!existsSync(absolute)) return []
  if (statSync(absolute).isFile()) return [source]
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(REPOSITORY, path.join(entry.parentPath, entry.name)))
    .sort()
}
