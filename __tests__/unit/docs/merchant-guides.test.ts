import { existsSync, readFileSync } from "node:fs"
import path from "node:path"

import resources from "../../../src/admin/i18n"
import { warningsOf } from "../../../src/mapping/views/warnings"
import { ATTENTIONS } from "../../../src/mapping/words/findings"
import { REPOSITORY } from "../../support/repository"

const DOCS = path.join(REPOSITORY, "docs")

const GUIDES = [
  {
    file: "merchant-guide.md",
    words: resources.en.secuconnect,
    parts: ["**What happened.**", "**What to do.**", "**By itself.**"],
  },
  {
    file: "haendlerhandbuch.md",
    words: resources.de.secuconnect,
    parts: ["**Was ist passiert?**", "**Was ist zu tun?**", "**Was geschieht von selbst?**"],
  },
]

/** Everything that the code can warn of: what the ledger keeps, and what follows from other things. */
const CODES = [
  ...ATTENTIONS,
  ...warningsOf(
    {
      attention: null,
      mismatch: null,
      cart_changed: true,
      order_id: "order_1",
      orphan_resolution: null,
    },
    [{ state: "refused", attempts: 3, problem: null }],
  ).map(({ code }) => code),
  "other",
]

/** What stands below a heading, up to the next one of any level. */
function sections(guide: string): Map<string, string> {
  const parts = guide.split(/^#+ /m).slice(1)
  return new Map(parts.map((part) => [part.split("\n")[0] ?? "", part]))
}

/** As GitHub makes it. */
function anchorOf(heading: string): string {
  const kept = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "")
  return kept.replace(/\s/g, "-")
}

/** Lines are broken anywhere. */
const inOneLine = (text: string) => text.replace(/\s+/g, " ")

describe.each(GUIDES)("$file", ({ file, words, parts }) => {
  const guide = readFileSync(path.join(DOCS, file), "utf8")
  const found = sections(guide)
  const warnings: [string, { title: string }][] = Object.entries(words.order.warning)

  it("has a text in the admin for everything that the code warns of", () => {
    expect(warnings.map(([code]) => code).sort()).toEqual([...CODES].sort())
  })

  it.each(warnings)(
    "explains %s under the admin's own title: what happened, what to do, what goes by itself",
    (_code, { title }) => {
      const section = found.get(title) ?? `no heading "${title}"`
      for (const part of parts) expect(section).toContain(part)
    },
  )

  it.each(Object.values(words.settings.fields))("explains the setting $label", ({ label }) => {
    expect(inOneLine(guide)).toContain(`- **${label}**:`)
  })

  it.each(Object.values(words.order.state))("says what the state %s means", (state) => {
    const states = [...guide.matchAll(/^\| ([^|]+)\|/gm)].flatMap(([, cell]) => cell?.split(","))
    expect(states.map((word) => word?.trim())).toContain(state)
  })

  it.each(Object.values(words.order.actions).slice(1))("names the action %s", (action) => {
    expect(inOneLine(guide)).toContain(`**${action}**`)
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
