import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { archiveOrderWorkflow, cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import type { SecuconnectModuleService } from "../modules/secuconnect/types"
import type { Played } from "./stage"

/** What could not be put away, with the reason. */
export interface Left {
  id: string
  cause: string
}

interface Means {
  container: MedusaContainer
  ledger: SecuconnectModuleService
}

/**
 * Cancels and archives the orders of a rehearsal, deletes the carts of which none has come, and takes the
 * payments out of the plugin's lists: their sandbox is gone in a moment. Orders cannot be deleted in
 * Medusa.
 */
export async function tidyUp(
  { container, ledger }: Means,
  played: readonly Played[],
): Promise<Left[]> {
  const left: Left[] = []
  const attempt = async (id: string, work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      left.push({ id, cause: error instanceof Error ? error.message : String(error) })
    }
  }
  const carts = container.resolve(Modules.CART)
  for (const { order_id, cart_id } of played) {
    if (order_id !== null) {
      const input = { order_id }
      await attempt(order_id, () => cancelOrderWorkflow(container).run({ input }))
      await attempt(order_id, () =>
        archiveOrderWorkflow(container).run({ input: { orderIds: [order_id] } }),
      )
    } else if (cart_id !== null) {
      await attempt(cart_id, () => carts.softDeleteCarts([cart_id]))
    }
  }
  const made = await ledger.listCheckouts({ base_url: ledger.client.baseUrl })
  await ledger.softDeleteCheckouts(made.map(({ id }) => id))
  return left
}
