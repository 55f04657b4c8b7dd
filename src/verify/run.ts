import { join } from "node:path"
import { parseVerifyArguments, USAGE, type VerifyWish } from "./arguments"
import { personAtTerminal } from "./attended/person-at-terminal"
import { worst, type Report } from "./report"
import { verify, type Attended, type VerifyInput } from "./verify"
import { writeReport } from "./write-report"

/** No difference that matters, some, could not be played. */
const EXIT = { same: 0, different: 1, unplayed: 2 } as const

/** A status may follow the customer by some seconds, a push by minutes. */
const PERSONS_PACE = { poll: 3_000, steady: 15_000, push: 180_000 }

/** Where the command writes to. */
export interface Output {
  print: (line: string) => void
  complain: (line: string) => void
}

/**
 * The command: plays, writes the report, says in a few lines how it went.
 *
 * @returns the exit code: 0, 1 when something differs, 2 when it could not be played
 */
export async function runVerify(
  input: VerifyInput,
  words: readonly string[],
  { print, complain }: Output,
): Promise<number> {
  const wish = parseVerifyArguments(words)
  if (!wish) {
    complain(USAGE)
    return EXIT.unplayed
  }
  try {
    const report = await verify(input, attendedBy(wish, print))
    await writeReport(wish.folder, report)
    print(summary(report, wish.folder))
    return ["grave", "differs"].includes(worst(report.findings) ?? "") ? EXIT.different : EXIT.same
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error))
    return EXIT.unplayed
  }
}

function attendedBy(wish: VerifyWish, print: Output["print"]): Attended | undefined {
  if (!wish.attended) return undefined
  const { port, callback: publicUrl, methods } = wish
  return { customer: personAtTerminal(print), pace: PERSONS_PACE, port, publicUrl, methods }
}

function summary({ host, steps, findings }: Report, folder: string): string {
  const graves = findings.filter(({ weight }) => weight === "grave").length
  const said = findings.length === 0 ? "no difference" : `${findings.length} differences`
  const grave = graves > 0 ? `, ${graves} of them grave` : ""
  return `${host}: ${steps.length} steps played, ${said}${grave}. See ${join(folder, "report.md")}`
}
