import type { ExecArgs } from "@medusajs/framework/types"
import { parseAuditArguments, USAGE } from "../mapping/laws/audit-arguments"
import { isPartial, toCsv, toText, type AuditResult } from "../mapping/laws/audit-report"
import { causeOf } from "../mapping/words/errors"
import { auditBooksWorkflow } from "../workflows"
import { wordsOfCommand } from "./words-of-command"

/** The books balance, they do not, they could not be read. */
const EXIT = { balanced: 0, different: 1, unread: 2 } as const

/**
 * Prints how the books of ledger, Medusa and secuconnect differ: for `npx medusa exec`, which ends
 * the process with the exit code that is set here. See docs/operations.md.
 */
export default async function audit({ container, args }: ExecArgs): Promise<void> {
  const wish = parseAuditArguments(wordsOfCommand(args), new Date())
  if (!wish) {
    fail(USAGE)
    return
  }
  try {
    const input = { from: wish.from, to: wish.to }
    const { result } = await auditBooksWorkflow(container).run({ input })
    process.stdout.write(`${wish.csv ? toCsv(result) : toText(result)}\n`)
    process.exitCode = exitCodeOf(result)
  } catch (error) {
    fail(`The books could not be read: ${causeOf(error)}`)
  }
}

function exitCodeOf(result: AuditResult) {
  if (result.violations.length > 0) return EXIT.different
  return isPartial(result) ? EXIT.unread : EXIT.balanced
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = EXIT.unread
}
