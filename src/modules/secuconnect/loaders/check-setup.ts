import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readSetup } from "../settings/read-setup"
import { setupProblems } from "../settings/setup"

/** Says at the start, in the words of the fix, what keeps the plugin from working as the shop is set up. */
export default function checkSetup({ container, logger }: LoaderOptions): Promise<void> {
  const { modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  for (const problem of setupProblems(readSetup(process.cwd(), modules ?? {})))
    logger?.error(problem)
  return Promise.resolve()
}
