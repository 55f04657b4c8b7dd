import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"

import { killLeftOver } from "./left-overs"

const storeSchema = z.object({
  pid: z.number(),
  port: z.number(),
  sandboxPort: z.number(),
  name: z.string(),
})

/** A running store that some test file of this run has started. */
export type IdleStore = z.infer<typeof storeSchema>

/** Each takes half a gigabyte of memory. */
const MOST = 3

const folderOf = (runFolder: string) => path.join(runFolder, "idle-stores")

/** Leaves a store to the next who needs one of its kind. The one that is idle for longest may have to go. */
export function leaveStore(runFolder: string, kind: string, store: IdleStore): void {
  const folder = folderOf(runFolder)
  mkdirSync(folder, { recursive: true })
  // Written elsewhere first: nobody must read half of it.
  const written = path.join(runFolder, store.name)
  writeFileSync(written, JSON.stringify(store))
  renameSync(written, path.join(folder, `${Date.now()}-${kind}-${store.port}`))
  for (const name of readdirSync(folder).sort().slice(0, -MOST)) {
    const old = take(folder, name)
    if (old) killLeftOver(runFolder, old.pid)
  }
}

/** A store of the kind that nobody else gets, if one is idle. */
export function takeStore(runFolder: string, kind: string): IdleStore | undefined {
  const folder = folderOf(runFolder)
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder).filter((name) => name.split("-")[1] === kind)) {
    const store = take(folder, name)
    if (store) return store
  }
  return undefined
}

/** Two may want the same one: only one of them can rename its file. */
function take(folder: string, name: string): IdleStore | undefined {
  const taken = path.join(folder, "..", `${name}-taken-${process.pid}`)
  try {
    renameSync(path.join(folder, name), taken)
  } catch {
    return undefined
  }
  const store = storeSchema.parse(JSON.parse(readFileSync(taken, "utf8")))
  rmSync(taken)
  return store
}
