import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

import { REPOSITORY } from "../../support/repository"

interface Source {
  file: string
  text: string
}

function filesBelow(folder: string): Source[] {
  const names = readdirSync(path.join(REPOSITORY, folder), { recursive: true, encoding: "utf8" })
  return names
    .map((name) => path.join(folder, name))
    .filter((file) => /\.(tsx?|md|html)$/.test(file))
    .filter((file) => !/node_modules|\bdist\/|migrations\/Migration/.test(file))
    .map(readSource)
}

/** Lines are broken anywhere, in texts and in comments. */
function readSource(file: string): Source {
  const text = readFileSync(path.join(REPOSITORY, file), "utf8")
  return { file, text: text.replace(/\n\s*(\*|\/\/)?\s*/g, " ") }
}

const isTable = ({ file }: Source) => file === "docs/words.md"
const SOURCES = [
  ...["src", "docs", "demo"].flatMap(filesBelow),
  ...["README.md", "CHANGELOG.md"].map(readSource),
].filter((source) => !isTable(source))

/** What merchants, their customers and their developers read. */
const isScreen = ({ file }: Source) =>
  /^(src\/admin\/i18n|src\/mapping\/(words|views|mails)|src\/api\/hooks|demo\/storefront\/src\/language|docs|README|CHANGELOG)/.test(
    file,
  )
/** Where developers of this plugin are spoken to about its own making. */
const isAboutTheCode = ({ file }: Source) => /^docs\/(architecture|vendor-notes)\.md$/.test(file)

interface Abolished {
  /** As it stands in docs/words.md, among others. */
  word: string
  pattern: RegExp
  /** Where it may not stand; everywhere unless said otherwise. */
  within?: (source: Source) => boolean
  /** What may hold it, and why. */
  except?: RegExp
}

const inScreens = (source: Source) => isScreen(source) && !isAboutTheCode(source)
const inAdmin = ({ file }: Source) => /^src\/admin\/i18n|guide|handbuch|csv-texts/.test(file)

const ABOLISHED: Abolished[] = [
  // secuconnect's own word, where its fields and its errors are spoken of.
  { word: "buyer", pattern: /\bbuyers?\b/i, within: inScreens },
  { word: "Käufer", pattern: /Käufer/ },
  { word: "begun", pattern: /\bbegun\b/i, within: inAdmin },
  { word: "Begonnen", pattern: /\bbegonnen\b/i, within: inAdmin },
  { word: "last news", pattern: /last news/i },
  { word: "Letzte Nachricht", pattern: /letzte nachricht/i },
  { word: "next look", pattern: /next look|nextLook/i },
  { word: "Nächste Abfrage", pattern: /nächste abfrage/i },
  { word: "look again", pattern: /looks? again/i, within: inScreens },
  { word: "Jetzt nachsehen", pattern: /nachsehen/i },
  { word: "amount still open", pattern: /amount still open/i },
  { word: "left at secuconnect", pattern: /left at secuconnect/i, within: inAdmin },
  { word: "Bei secuconnect übrig", pattern: /secuconnect übrig|übrig bei secuconnect/i },
  { word: "reserved", pattern: /"Reserved"/, within: inAdmin },
  { word: "Reserviert", pattern: /"Reserviert"/, within: inAdmin },
  { word: "push", pattern: /\bpush(es)?\b/i, within: inAdmin, except: /\bpush: "/ },
  // The clock of a server is one; what checks payments is none.
  { word: "clock", pattern: /(the|by|a) clock (look|check|takes|tries|repeats|does)/i },
  { word: "Uhr", pattern: /\bUhr\b/, within: inAdmin, except: /Uhr des Servers/ },
  { word: "all well", pattern: /all well/i, within: inAdmin },
  { word: "take a look", pattern: /(take|have) a look/i, within: inScreens },
  { word: "to be fixed", pattern: /to be fixed/i, within: inAdmin },
  { word: "trial payment", pattern: /\btrials?\b/i },
  { word: "Probezahlung", pattern: /Probezahlung/i },
  { word: "demo mode", pattern: /demo (mode|payment)/i },
  { word: "Demo-Modus", pattern: /Demo-?Modus/i },
  { word: "Demo-Zahlung", pattern: /Demo-?Zahlung/i },
  { word: "abandon after", pattern: /abandon after/i },
  { word: "Aufgeben nach", pattern: /aufgeben nach/i },
  { word: "every article is a line", pattern: /every article is a line/i },
  { word: "text on card statements", pattern: /text on card statements/i },
  { word: "money without an order", pattern: /money without (an )?order/i },
  { word: "paid without order", pattern: /paid[ _]without[ _](an[ _])?order/i },
  { word: "Geld ohne Bestellung", pattern: /Geld ohne Bestellung/i },
  { word: "keep the money", pattern: /"Keep the money"/ },
  { word: "Geld behalten", pattern: /Geld behalten/ },
  { word: "Aufmerksamkeit", pattern: /: "Aufmerksamkeit"/ },
  { word: "Hinweis", pattern: /: "Hinweis"/ },
  { word: "truth", pattern: /\btruth\b/i },
  // A state may be settled between two sides in the storefront's comments; money is not.
  { word: "settle", pattern: /\bsettl(e|es|ed|ing)\b/i, except: /settled (for the shop|between)/ },
  { word: "half booking", pattern: /half.?book/i },
]

/** The cells of each row of the table below this heading; its head left out. */
function rowsOf(heading: string): string[][] {
  const guide = readFileSync(path.join(REPOSITORY, "docs/words.md"), "utf8")
  const section = guide.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? ""
  const lines = section.split("\n").filter((line) => line.startsWith("|"))
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

const terms = rowsOf("Terms")

/** Where German is spoken, and where English is. */
const isGerman = ({ file }: Source) =>
  /\/de(\/|\.ts)|haendlerhandbuch|texts\.ts|pages\.ts/.test(file)
const isEnglish = (source: Source) => !/\/de(\/|\.ts)|haendlerhandbuch/.test(source.file)

const uses = (sources: Source[], term: string) =>
  sources.some(({ text }) => text.toLowerCase().includes(term.toLowerCase()))

describe("the words of docs/words.md", () => {
  it("are one table, each with German, a meaning, and what Medusa, Stripe and Mollie say", () => {
    expect(terms.length).toBeGreaterThan(30)
    expect(terms.filter((cells) => cells.length !== 6 || cells.includes(""))).toEqual([])
  })

  it.each(terms)("%s, %s: both are used", (english, german) => {
    expect(uses(SOURCES.filter(isEnglish), english)).toBe(true)
    expect(uses(SOURCES.filter(isGerman), german)).toBe(true)
  })
})

describe("abolished words", () => {
  it("are all in the list of docs/words.md, and all of that list is looked for here", () => {
    const listed = rowsOf("Abolished words").flatMap(([cell = ""]) =>
      cell
        .replace(/\(.*\)/, "")
        .split(",")
        .map((word) => word.trim()),
    )
    expect(ABOLISHED.map(({ word }) => word).sort()).toEqual(listed.sort())
  })

  it.each(ABOLISHED)("$word stands nowhere any more", ({ pattern, within, except }) => {
    const sources = SOURCES.filter(within ?? (() => true))
    const all = new RegExp(pattern.source, `g${pattern.flags}`)
    const found = sources.flatMap(({ file, text }) =>
      [...text.matchAll(all)]
        .map(({ index }) => text.slice(Math.max(0, index - 30), index + 40))
        .filter((place) => !except?.test(place))
        .map((place) => `${file}: …${place}…`),
    )
    expect(found).toEqual([])
  })
})
