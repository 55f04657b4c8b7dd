import type { BigNumberValue, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import type { MedusaView } from "../../mapping/decide"

const date = z.union([z.date(), z.string()]).nullish()

const sessionRow = z.object({
  status: z.string(),
  amount: z.custom<BigNumberValue>((value) => value !== null && value !== undefined),
  payment: z
    .object({
      id: z.string(),
      captured_at: date,
      canceled_at: date,
      data: z.object({ checkout_id: z.string().optional() }).nullish(),
    })
    .nullish(),
  payment_collection: z.object({
    cart: z.object({ id: z.string(), completed_at: date }).nullish(),
    order: z.object({ id: z.string(), status: z.string() }).nullish(),
  }),
})

const FIELDS = [
  "id",
  "status",
  "amount",
  "payment.id",
  "payment.captured_at",
  "payment.canceled_at",
  "payment.data",
  "payment_collection.cart.id",
  "payment_collection.cart.completed_at",
  "payment_collection.order.id",
  "payment_collection.order.status",
]

/**
 * What Medusa holds for a payment session; null when the session is gone. The id is checked first:
 * Query ignores a filter without a value and would hand out another shopper's session.
 */
export async function readMedusaView(
  container: MedusaContainer,
  sessionId: string,
): Promise<MedusaView | null> {
  if (!sessionId) return null
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_session",
    fields: FIELDS,
    filters: { id: sessionId },
  })
  const found: unknown = data[0]
  return found ? toView(sessionRow.parse(found)) : null
}

function toView(row: z.output<typeof sessionRow>): MedusaView {
  const { payment } = row
  const { cart, order } = row.payment_collection
  return {
    session_status: row.status,
    amount: row.amount,
    cart: cart ? { id: cart.id, completed: Boolean(cart.completed_at) } : null,
    order: order ? { id: order.id, canceled: order.status === "canceled" } : null,
    payment: payment
      ? {
          id: payment.id,
          captured: Boolean(payment.captured_at),
          canceled: Boolean(payment.canceled_at),
          checkout_id: payment.data?.checkout_id ?? null,
        }
      : null,
  }
}
