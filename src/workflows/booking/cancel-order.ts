import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import type { Deps } from "../deps"
import { firstCause } from "./first-cause"

/** @returns why the core refused, in one line, e.g. because the order has been fulfilled */
export async function cancelOrder({ container }: Deps, order_id: string): Promise<string | null> {
  const { errors } = await cancelOrderWorkflow(container).run({
    input: { order_id, no_notification: false },
    throwOnError: false,
  })
  return firstCause(errors)
}
