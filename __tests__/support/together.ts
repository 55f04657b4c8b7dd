import { readdirSync } from "node:fs"
import path from "node:path"

import { REPOSITORY } from "./repository"

const UNIT = path.join(REPOSITORY, "__tests__", "unit")

/**
 * Runs the unit tests of some folders as one test file. Jest gives each file modules of its own, and
 * to load Medusa's takes longer than most of these tests. The titles begin with the file.
 *
 * @param folders below `__tests__/unit`
 */
export function runTogether(...folders: string[]): void {
  for (const file of folders.flatMap(testFilesIn)) {
    describe(file, () => {
      jest.requireActual(path.join(UNIT, file))
    })
  }
}

function testFilesIn(folder: string): string[] {
  const files = readdirSync(path.join(UNIT, folder), { recursive: true, encoding: "utf8" })
  return files
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => path.join(folder, file))
    .sort()
}
