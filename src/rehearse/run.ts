import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Played } from "./stage"
import { rehearse } from "./rehearse"
import { isClean, scoreOf, toMarkdown } from "./report"
import { parseRehearsalWish, USAGE } from "./wish"

/** Everything as it should be, something is not, not played. */
const EXIT = { clean: 0, wrong: 1, unplayed: 2 } as const

interface Output {
  print: (line: string) => void
  complain: (line: string) => void
}

/**
 * The command: rehearses, writes `report.md` and `report.json`, says in a line how it went.
 *
 * @returns the exit code: 0, 1 when something did not work, 2 when nothing was played
 */
export async function runRehearsal(
  container: MedusaContainer,
  words: readonly string[],
  { print, complain }: Output,
): Promise<number> {
  const wish = parseRehearsalWish(words)
  if (!wish) {
    complain(USAGE)
    return EXIT.unplayed
  }
  try {
    const rehearsal = await rehearse(container, wish, (played) => print(lineOf(played)))
    await mkdir(wish.folder, { recursive: true })
    const report = join(wish.folder, "report.md")
    await writeFile(report, toMarkdown(rehearsal))
    await writeFile(join(wish.folder, "report.json"), `${JSON.stringify(rehearsal, null, 2)}\n`)
    const { good, of } = scoreOf(rehearsal)
    const broken = rehearsal.violations.length
    print(
      `${good} of ${of} checkouts went as they should, the audit found ${broken}. See ${report}`,
    )
    return isClean(rehearsal) ? EXIT.clean : EXIT.wrong
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error))
    return EXIT.unplayed
  }
}

function lineOf({ kind, method, articles, trouble, skipped }: Played): string {
  const wrong = trouble && `${trouble.code} ${trouble.detail}`.trim()
  return `${wrong ? "✗" : skipped ? "–" : "✓"} ${method}, ${kind}: ${wrong ?? skipped ?? articles}`
}
