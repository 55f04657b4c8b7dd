import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"

import type { Settings } from "./settings"

/** Removes what earlier starts have left, database included. */
export function forget({ folder }: Settings, database: string): void {
  for (const leftover of [folder, database]) rmSync(leftover, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

/** Changes whenever there may be migrations that the database has not seen. */
function migrationsFingerprint(root: string): string {
  const modules = path.join(root, "src", "modules")
  const own = existsSync(modules) ? readdirSync(modules, { recursive: true, encoding: "utf8" }) : []
  const names = own.filter((name) => name.includes("migrations")).sort()
  const lock = readFileSync(path.join(root, "package-lock.json"))
  return createHash("sha256").update(lock).update(names.join("\n")).digest("hex")
}

const markerFile = (folder: string) => path.join(folder, "migrated")

export function isMigrated({ root, folder }: Settings): boolean {
  const file = markerFile(folder)
  return existsSync(file) && readFileSync(file, "utf8") === migrationsFingerprint(root)
}

export function rememberMigrations({ root, folder }: Settings): void {
  writeFileSync(markerFile(folder), migrationsFingerprint(root))
}
