import { Modules } from "@medusajs/framework/utils"
import type { OrderWithCodes } from "../../medusa/read-codes"
import type { Deps } from "../deps"

/**
 * The discount codes of an order can be used again: the core counts them when it places an order, and takes
 * that back in no case but that of a completion that fails.
 */
export async function releaseCodes({ container }: Deps, order: OrderWithCodes): Promise<void> {
  const { customer_id, email: customer_email, items, shipping_methods } = order
  const used = [...items, ...shipping_methods].flatMap(({ adjustments }) =>
    adjustments.flatMap(({ amount, code }) =>
      code === null || code === undefined ? [] : [{ amount, code }],
    ),
  )
  if (used.length === 0) return
  const by = { customer_id: customer_id ?? null, customer_email: customer_email ?? null }
  await container.resolve(Modules.PROMOTION).revertUsage(used, by)
}
