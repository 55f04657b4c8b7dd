import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readSessionsOfOrder } from "../../medusa/read-order"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"

/**
 * The checkouts of an order that can have been paid: by the order's id, and by its payment sessions,
 * because a sync may not have written the order down yet.
 *
 * @returns their ids, made due: if the caller fails, the schedule goes on
 */
export async function checkoutsOfOrder(
  container: MedusaContainer,
  order_id: string,
): Promise<string[]> {
  if (!order_id) return []
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const sessions = await readSessionsOfOrder(query, order_id)
  const found = await ledger.listCheckouts(
    { creation: "open", $or: [{ order_id }, { payment_session_id: { $in: sessions } }] },
    { select: ["id"] },
  )
  const due_at = new Date()
  await ledger.updateCheckouts(found.map(({ id }) => ({ id, due_at })))
  return found.map(({ id }) => id)
}
