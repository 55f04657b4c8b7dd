import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

import { REPOSITORY } from "../../support/repository"

/** What runs for a push, a return or the schedule. */
const ROOMS = [
  ...["sync", "repair", "booking", "delivery"].map((room) => `src/workflows/${room}`),
  ...["push", "return"].map((hook) => `src/api/hooks/secuconnect/${hook}`),
]
const FILES = [
  "src/modules/secuconnect/refresh.ts",
  "src/api/refresh-if-old.ts",
  ...ROOMS.flatMap((room) =>
    readdirSync(path.join(REPOSITORY, room), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => path.posix.join(room, name)),
  ),
]

/** Lines that speak of no checkout, or of one that could not be read. */
const OF_NONE = ["the ledger is away", "its discount codes stay used"]
/** Where the reference stands in a variable of another name. */
const NAMED = /\$\{(\w+\.)?reference\}|\$\{(what|name)\}/

const lines = FILES.flatMap((file) => {
  const code = readFileSync(path.join(REPOSITORY, file), "utf8")
  const calls = code.matchAll(/logger\.(?:warn|error|info)\(([\s\S]*?`[\s\S]*?`)/g)
  return [...calls].map(([, said = ""]) => ({ file, said: said.replace(/\s+/g, " ").trim() }))
})

it("there are log lines to look at", () => {
  expect(lines.length).toBeGreaterThan(15)
})

it.each(lines)("$file names the payment's reference: $said", ({ said }) => {
  expect(NAMED.test(said) || OF_NONE.some((words) => said.includes(words))).toBe(true)
})
