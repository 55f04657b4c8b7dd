import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs"
import path from "node:path"

import { REPOSITORY } from "./repository"

/** What a store needs in its folder besides `medusa-config.js`. */
const SHARED = ["node_modules", "package.json", "src", "tsconfig.json"]

/**
 * A folder to start this repository's store from with a changed `medusa-config.js`.
 *
 * @param change statements that change `config`, the repository's own configuration
 */
export function storeFolder(below: string, change: string): string {
  const folder = mkdtempSync(path.join(below, "store-"))
  for (const name of SHARED) symlinkSync(path.join(REPOSITORY, name), path.join(folder, name))
  const original = JSON.stringify(path.join(REPOSITORY, "medusa-config.js"))
  const lines = [`const config = require(${original})`, change, "module.exports = config"]
  writeFileSync(path.join(folder, "medusa-config.js"), `${lines.join("\n")}\n`)
  return folder
}
