import type { ExecArgs } from "@medusajs/framework/types"
import { runRehearsal } from "../rehearse"
import { wordsOfCommand } from "./words-of-command"

/**
 * Plays some fifty checkouts of a staging shop against a sandbox, for `npx medusa exec`, which ends the
 * process with the exit code that is set here. See docs/rehearse.md.
 */
export default async function rehearse({ container, args }: ExecArgs): Promise<void> {
  process.exitCode = await runRehearsal(container, wordsOfCommand(args), {
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  })
}
