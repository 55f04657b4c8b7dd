import type { ExecArgs } from "@medusajs/framework/types"
import { SECUCONNECT_MODULE } from "../modules/secuconnect"
import { syncCheckoutWorkflow } from "../workflows"

/**
 * A second server of the shop during a rehearsal, for `medusa exec`: syncs one checkout at the sandbox.
 * Whoever has started it kills it meanwhile, see `crash-server.ts`.
 */
export default async function sync({ container, args }: ExecArgs): Promise<void> {
  const [environment = "", clientSecret = "", contractId = "", checkout_id = ""] = args
  const ledger = container.resolve(SECUCONNECT_MODULE)
  ledger.connectTo({ environment, clientSecret, contractId, demo: true })
  await syncCheckoutWorkflow(container).run({ input: { checkout_id, source: "return" } })
}
