import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelUnpaidOrdersWorkflow } from "../workflows/order-first"

/** Looks every minute for orders that were placed before they were paid, and whose time is over. */
export default async function secuconnectUnpaidOrders(container: MedusaContainer): Promise<void> {
  await cancelUnpaidOrdersWorkflow(container).run({ input: {} })
}

export const config = { name: "secuconnect-unpaid-orders", schedule: "* * * * *" }
