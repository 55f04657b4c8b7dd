import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MISSING_DEPENDENCIES } from "../../../mapping/messages"

/**
 * Says at the start, in the words of the fix, when the payment module's entry does not hand the
 * ledger and Query to the provider: without them no payment can be started.
 */
export default function checkPaymentModule({ container, logger }: LoaderOptions): Promise<void> {
  const { modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const payment = modules?.["payment"]
  const listed =
    typeof payment === "object" && "dependencies" in payment ? payment.dependencies : []
  const complete = ["secuconnect", "query"].every((name) => listed.includes(name))
  if (!complete) logger?.error(MISSING_DEPENDENCIES)
  return Promise.resolve()
}
