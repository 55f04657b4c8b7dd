import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"

import { anchorOf } from "../../../src/admin/lib/guide"
import { REPOSITORY } from "../../support/repository"

const FOLDERS = [".", "docs", "sandbox"]
const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(REPOSITORY, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join(folder, name)),
)

/** What stands in code is no link. */
const textOf = (file: string) =>
  readFileSync(path.join(REPOSITORY, file), "utf8").replace(/^```.*?^```/gms, "")

const linksOf = (text: string) =>
  [...text.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target ?? "")

const anchorsOf = (file: string) =>
  [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ""))

it.each(files)("every link of %s leads somewhere", (file) => {
  const broken = linksOf(textOf(file))
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [name = "", anchor] = target.split("#")
      const found = name === "" ? file : path.join(path.dirname(file), name)
      if (!existsSync(path.join(REPOSITORY, found))) return true
      return anchor !== undefined && !anchorsOf(found).includes(anchor)
    })
  expect(broken).toEqual([])
})
