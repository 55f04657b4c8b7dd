import { existsSync, readFileSync } from "node:fs"
import path from "node:path"

import { REPOSITORY } from "../../support/repository"

const text = readFileSync(path.join(REPOSITORY, "docs", "threat-model.md"), "utf8")
const attacks = [...text.matchAll(/^\| (.+?) +\| .+ \| `([^`]+)`: "(.+?)" +\|$/gm)].map(
  ([, attack = "", file = "", title = ""]) => ({ attack, file, title }),
)

it("the threat model has at least 80 lines, each about another attack", () => {
  expect(attacks.length).toBeGreaterThanOrEqual(80)
  expect(new Set(attacks.map(({ attack }) => attack)).size).toBe(attacks.length)
})

it("every line of its tables is read", () => {
  const lines = text.split("\n").filter((line) => line.startsWith("| ") && line.includes('`: "'))
  expect(attacks).toHaveLength(lines.length)
})

it.each(attacks)("$attack: its test is there", ({ file, title }) => {
  const test = path.join(REPOSITORY, "__tests__", `${file}.test.ts`)
  expect(existsSync(test)).toBe(true)
  expect(readFileSync(test, "utf8")).toContain(title)
})
