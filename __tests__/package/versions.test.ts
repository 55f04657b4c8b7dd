import { readFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"

import { PLUGIN_VERSION } from "../../src/modules/secuconnect/settings/version"
import { REPOSITORY } from "../support/repository"
import { installedCopies, SINGLE_COPY } from "./support/installed-copies"

it("tells secuconnect the version that package.json has", () => {
  const manifest = readFileSync(path.join(REPOSITORY, "package.json"), "utf8")
  expect(PLUGIN_VERSION).toBe(z.object({ version: z.string() }).parse(JSON.parse(manifest)).version)
})

it.each(SINGLE_COPY)("has one copy of %s", (name) => {
  expect(installedCopies(REPOSITORY, name)).toEqual([`node_modules/${name}`])
})
