import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Violation } from "../../mapping/laws/audit-case"
import { overdueOrders } from "../../mapping/laws/overdue-orders"
import { readNow } from "../../medusa/read-audited"
import type { Deps } from "../deps"
import { readOrders } from "./read-orders"

/**
 * Orders that were placed before they were paid in a time span, and whose time is over: no checkout need
 * lead to them.
 */
export async function readOverdueOrders(
  deps: Deps,
  { from, to }: { from: string; to: string },
): Promise<Violation[]> {
  const database = deps.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const placed_at = { $gte: new Date(from), $lt: new Date(to) }
  const rows = await deps.ledger.listUnpaidOrders({ placed_at, ended_at: null })
  const [orders, now, { orderFirstHours }] = await Promise.all([
    readOrders(
      deps,
      rows.flatMap(({ order_id }) => order_id ?? []),
    ),
    readNow(database),
    deps.ledger.getSettings(),
  ])
  const waiting = rows.flatMap(({ id, order_id, placed_at: since }) => {
    const order = orders.find((candidate) => candidate.id === order_id)
    if (!order || !order_id || !since) return []
    const { status, currency_code, pending_difference } = order
    return [{ id, order_id, placed_at: since, status, currency_code, pending_difference }]
  })
  return overdueOrders(waiting, { orderFirstHours, now })
}
