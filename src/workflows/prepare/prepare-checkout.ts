import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { prepareCheckoutWorkflow } from "./workflow"
import type { PreparedCheckout } from "./step"

const LOCK_TIMEOUT_S = 25

/**
 * Makes a session ready for the payment page. Two tabs at once get the same Smart Transaction.
 *
 * @throws MedusaError when a stale Smart Transaction could not be replaced
 */
export async function prepareCheckout(
  container: MedusaContainer,
  payment_session_id: string,
): Promise<PreparedCheckout> {
  return await container.resolve(Modules.LOCKING).execute(
    `secuconnect:session:${payment_session_id}`,
    async () => {
      const input = { payment_session_id }
      return (await prepareCheckoutWorkflow(container).run({ input })).result
    },
    { timeout: LOCK_TIMEOUT_S },
  )
}
