import { readdirSync } from "node:fs"
import path from "node:path"

import { REPOSITORY } from "../../support/repository"

const BUNDLED = /^src\/(admin|storefront)\//

/** What the build must make of `src`, apart from what becomes a bundle. */
export function compiledNames(): string[] {
  return filesBelow("src")
    .filter((file) => !BUNDLED.test(file))
    .flatMap(compiled)
}

/** Of the storefront kit: one program in two forms for each entry, and all types. */
export function kitNames(): string[] {
  const types = filesBelow("src/storefront").filter((file) => /\.tsx?$/.test(file))
  return [
    ...types.map((file) => `.medusa/server/${file.replace(/\.tsx?$/, ".d.ts")}`),
    ...["", "react/"].flatMap((entry) =>
      ["js", "mjs", "d.mts"].map((type) => `.medusa/server/src/storefront/${entry}index.${type}`),
    ),
  ]
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
