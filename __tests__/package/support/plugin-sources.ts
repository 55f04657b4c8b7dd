import { readdirSync } from "node:fs"
import path from "node:path"

import { REPOSITORY } from "../../support/repository"

/** What the build must make of `src`, the admin's pages apart: they become one bundle. */
export function compiledNames(): string[] {
  const files = readdirSync(path.join(REPOSITORY, "src"), { recursive: true, encoding: "utf8" })
  const sources = files.filter((file) => file.endsWith(".ts") && !file.startsWith("admin"))
  return sources.flatMap((file) => {
    const name = `.medusa/server/src/${file.slice(0, -".ts".length)}`
    return [`${name}.d.ts`, `${name}.js`]
  })
}
