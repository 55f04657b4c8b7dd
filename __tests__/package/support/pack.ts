import { readdirSync } from "node:fs"
import path from "node:path"

import { REPOSITORY } from "../../support/repository"
import { run } from "./run"

export interface Tarball {
  file: string
  /** Paths in the package, sorted. */
  contents: string[]
}

/** Builds and packs the plugin into an empty folder, as publishing it does. */
export async function packPlugin(folder: string): Promise<Tarball> {
  await run(["npm", "pack", "--pack-destination", folder], { cwd: REPOSITORY })
  const [name, ...more] = readdirSync(folder).filter((found) => found.endsWith(".tgz"))
  if (name === undefined || more.length > 0) throw new Error(`npm pack has left ${folder} odd.`)
  const list = await run(["tar", "-tzf", name], { cwd: folder })
  const contents = list.trim().split("\n")
  return {
    file: path.join(folder, name),
    contents: contents.map((entry) => entry.replace(/^package\//, "")).sort(),
  }
}
