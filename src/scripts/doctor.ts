import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { doctorReport } from "../mapping/views/doctor-report"
import { causeOf } from "../mapping/words/errors"
import { readSetup } from "../modules/secuconnect/settings/read-setup"
import { setupProblems } from "../modules/secuconnect/settings/setup"
import { testConnection } from "../workflows/merchant"

/** Customers can pay, something keeps them from it, nobody knows. */
const EXIT = { fit: 0, unfit: 1, unknown: 2 } as const

/**
 * Prints what is wrong with a shop's set-up and its connection to secuconnect, and changes nothing: for
 * `npx medusa exec`, which ends the process with the exit code that is set here. See docs/operations.md.
 */
export default async function doctor({ container }: ExecArgs): Promise<void> {
  try {
    const { modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
    const problems = setupProblems(readSetup(process.cwd(), modules ?? {}))
    const { text, is_fit } = doctorReport(problems, await testConnection(container))
    process.stdout.write(`${text}\n`)
    process.exitCode = is_fit ? EXIT.fit : EXIT.unfit
  } catch (error) {
    process.stderr.write(`The shop could not be examined: ${causeOf(error)}\n`)
    process.exitCode = EXIT.unknown
  }
}
