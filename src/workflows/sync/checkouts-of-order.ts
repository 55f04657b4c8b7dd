import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"

const list = <Row extends z.ZodType>(row: Row) =>
  z
    .array(row.nullish())
    .nullish()
    .transform((rows) => (rows ?? []).filter((found) => found != null))

const orderRow = z.object({
  payment_collections: list(z.object({ payment_sessions: list(z.object({ id: z.string() })) })),
})

/**
 * The checkouts of an order that can have been paid: by the order's id, and by its payment sessions,
 * because a sync may not have written the order down yet.
 *
 * @returns their ids, made due: if the caller fails, the clock goes on
 */
export async function checkoutsOfOrder(
  container: MedusaContainer,
  order_id: string,
): Promise<string[]> {
  if (!order_id) return []
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const sessions = await sessionsOfOrder(container, order_id)
  const found = await ledger.listCheckouts(
    { creation: "open", $or: [{ order_id }, { payment_session_id: { $in: sessions } }] },
    { select: ["id"] },
  )
  const due_at = new Date()
  await ledger.updateCheckouts(found.map(({ id }) => ({ id, due_at })))
  return found.map(({ id }) => id)
}

async function sessionsOfOrder(container: MedusaContainer, id: string): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "payment_collections.payment_sessions.id"],
    filters: { id },
  })
  const order = orderRow.safeParse(data[0])
  if (!order.success) return []
  return order.data.payment_collections.flatMap(({ payment_sessions }) =>
    payment_sessions.map((session) => session.id),
  )
}
