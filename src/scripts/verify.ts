import type { ExecArgs } from "@medusajs/framework/types"
import { SECUCONNECT_MODULE } from "../modules/secuconnect"
import type { SecuconnectModuleService } from "../modules/secuconnect/types"
import { runVerify } from "../verify"
import { wordsOfCommand } from "./words-of-command"

/**
 * Plays secuconnect's documented flow against the configured test host, for `npx medusa exec`, which ends
 * the process with the exit code that is set here. See docs/verify.md.
 */
export default async function verify({ container, args }: ExecArgs): Promise<void> {
  const ledger: SecuconnectModuleService = container.resolve(SECUCONNECT_MODULE)
  const { environment, clientId, clientSecret, contractId, checkoutTemplateId } =
    await ledger.getSettings()
  const templateId =
    typeof checkoutTemplateId === "string" ? checkoutTemplateId : checkoutTemplateId.de
  const complain = (line: string) => process.stderr.write(`${line}\n`)
  if (!contractId) {
    complain("No contract is set: set contractId in the plugin's options or on its settings page.")
    process.exitCode = 2
    return
  }
  const input = { environment, clientId, clientSecret, contractId, templateId }
  process.exitCode = await runVerify(input, wordsOfCommand(args), {
    print: (line) => process.stdout.write(`${line}\n`),
    complain,
  })
}
