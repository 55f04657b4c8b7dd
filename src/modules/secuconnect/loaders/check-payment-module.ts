import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MISSING_DEPENDENCIES } from "../../../mapping/words/messages"
import { handsOverDependencies } from "../settings/store-modules"

/**
 * Says at the start, in the words of the fix, when the payment module's entry does not hand the
 * ledger and Query to the provider: without them no payment can be started.
 */
export default function checkPaymentModule({ container, logger }: LoaderOptions): Promise<void> {
  const { modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  if (!handsOverDependencies(modules?.["payment"])) logger?.error(MISSING_DEPENDENCIES)
  return Promise.resolve()
}
