import { readdirSync } from "node:fs"
import path from "node:path"

import { REPOSITORY } from "../../support/repository"

/** What the build must make of `src`, the admin's pages apart: they become one bundle. */
export function compiledNames(): string[] {
  const sources = filesBelow("src").filter((file) => !file.startsWith("src/admin/"))
  return sources.flatMap(compiled)
}

/** What `verify` brings along of the sandbox: all but its own command. */
export function sandboxNames(): string[] {
  const files = filesBelow("sandbox/src").filter((file) => file !== "sandbox/src/cli.ts")
  const assets = files.filter((file) => file.startsWith("sandbox/src/assets/"))
  return [...files.flatMap(compiled), ...assets.map((file) => `.medusa/server/${file}`)]
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(path.join(REPOSITORY, folder), {
    recursive: true,
    withFileTypes: true,
  })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(REPOSITORY, path.join(entry.parentPath, entry.name)))
}

function compiled(file: string): string[] {
  if (!file.endsWith(".ts")) return []
  const name = `.medusa/server/${file.slice(0, -".ts".length)}`
  return [`${name}.d.ts`, `${name}.js`]
}
