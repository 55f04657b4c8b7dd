import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"

import resources from "../../../src/admin/i18n"
import { anchorOf, GUIDE_URL, guideOf } from "../../../src/admin/lib/guide"
import { WARNINGS } from "../../../src/mapping/words/findings"
import { REPOSITORY } from "../../support/repository"

const DOCS = path.join(REPOSITORY, "docs")
const read = (file: string) => readFileSync(path.join(REPOSITORY, file), "utf8")

const GUIDES = [
  {
    file: "merchant-guide.md",
    language: "en-US",
    words: resources.en.secuconnect,
    parts: ["**What happened.**", "**What to do.**", "**By itself.**"],
  },
  {
    file: "haendlerhandbuch.md",
    language: "de",
    words: resources.de.secuconnect,
    parts: ["**Was ist passiert?**", "**Was ist zu tun?**", "**Was geschieht automatisch?**"],
  },
]

/** What stands below a heading, up to the next one of any level. */
function sections(guide: string): Map<string, string> {
  const parts = guide.split(/^#+ /m).slice(1)
  return new Map(parts.map((part) => [part.split("\n")[0] ?? "", part]))
}

/** Lines are broken anywhere. */
const inOneLine = (text: string) => text.replace(/\s+/g, " ")

describe.each(GUIDES)("$file", ({ file, language, words, parts }) => {
  const guide = read(`docs/${file}`)
  const found = sections(guide)
  const warnings: [string, { title: string }][] = Object.entries(words.order.warning)

  it("has a text in the admin for everything that the code warns of", () => {
    expect(warnings.map(([code]) => code).sort()).toEqual([...WARNINGS].sort())
  })

  it.each(warnings)(
    "explains %s under the admin's own title: what happened, what to do, what goes by itself",
    (_code, { title }) => {
      const section = found.get(title) ?? `no heading "${title}"`
      for (const part of parts) expect(section).toContain(part)
    },
  )

  it.each(Object.values(words.settings.fields))("explains the setting $label", ({ label }) => {
    expect(inOneLine(guide)).toContain(`| **${label}** |`)
  })

  it.each(Object.values(words.order.state))("says what the state %s means", (state) => {
    const states = [...guide.matchAll(/^\| ([^|]+)\|/gm)].flatMap(([, cell]) => cell?.split(","))
    expect(states.map((word) => word?.trim())).toContain(state)
  })

  it.each(Object.values(words.order.actions))("names the action %s", (action) => {
    expect(inOneLine(guide)).toContain(`**${action}**`)
  })

  it.each(WARNINGS)("has the place that the admin's notice %s leads to", (code) => {
    const anchors = [...found.keys()].map((heading) => `#${anchorOf(heading)}`)
    const link = guideOf(code, language)
    expect(link).toContain(`${GUIDE_URL}/${file}#`)
    expect(anchors).toContain(link.slice(link.indexOf("#")))
  })

  it("comes with the package", () => {
    const manifest = z.object({ files: z.array(z.string()) })
    const { files } = manifest.parse(JSON.parse(read("package.json")))
    expect(files).toContain("docs/*.md")
  })

  it("leads nowhere where there is nothing", () => {
    const links = [...guide.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to ?? "")
    const anchors = [...found.keys()].map((heading) => `#${anchorOf(heading)}`)
    const dead = links.filter((to) => {
      // Pictures are made by the tests in the browser.
      if (to.startsWith("images/")) return !/^images\/[\w-]+\.png$/.test(to)
      return to.startsWith("#")
        ? !anchors.includes(to)
        : !existsSync(path.join(DOCS, to.split("#")[0] ?? ""))
    })
    expect(dead).toEqual([])
  })
})
