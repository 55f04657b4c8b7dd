import { readFileSync } from "node:fs"
import path from "node:path"

import { LAWS, lawOf, type LawCode } from "../../../src/mapping/laws/laws"
import { REPOSITORY } from "../../support/repository"

const text = readFileSync(path.join(REPOSITORY, "docs", "operations.md"), "utf8")
const rows = text
  .split("<!-- laws -->")[1]!
  .split("<!-- /laws -->")[0]!
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) =>
    line
      .split("|")
      .map((cell) => cell.trim())
      .slice(1, -1),
  )

const isCode = (code: string): code is LawCode => code in LAWS
const CODES = Object.keys(LAWS).filter(isCode)

it("docs/operations.md lists every law of the audit, in its words and in its order", () => {
  const expected = CODES.map((code) => {
    const { law, todo, told_by = [] } = lawOf(code)
    return [`\`${code}\``, law, `${todo}.`, told_by.map((word) => `\`${word}\``).join(", ")]
  })
  expect(rows).toEqual(expected)
})
