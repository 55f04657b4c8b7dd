import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { z } from "zod"
import { date, list } from "../mapping/words/rows"
import { findOne, type Query } from "./query"
import { orderWithCodes } from "./read-codes"

const row = z.object({ id: z.string() })

const collection = row.extend({
  payments: list(row),
  payment_sessions: list(z.object({ status: z.string() })),
})

const orderBegun = orderWithCodes.extend({
  id: z.string(),
  status: z.string(),
  created_at: date,
  promotions: list(row),
  fulfillments: list(row),
  payment_collections: list(collection),
})

const collectionOfCart = z.object({ payment_collection: collection.nullish() })

/** An order on which nothing has happened since it was made. */
export type UnfinishedOrder = z.output<typeof orderBegun>

/** What a session says once the core's last step but the booking of the money was reached. */
const AUTHORIZED: ReadonlySet<string> = new Set([
  PaymentSessionStatus.AUTHORIZED,
  PaymentSessionStatus.CAPTURED,
  PaymentSessionStatus.PENDING_AUTHORIZATION,
])

/**
 * Null where anything pays for it or for its cart, where nothing has to (it cost nothing), where something
 * was sent, and where it is cancelled. What waits for its money has no payment: only its session says so.
 */
export async function readUnfinishedOrder(
  query: Query,
  { cart_id, order_id }: { cart_id: string; order_id: string },
): Promise<UnfinishedOrder | null> {
  const order = await findOne(query, { entity: "order", schema: orderBegun, by: { id: order_id } })
  if (order?.status !== "pending" || order.fulfillments.length > 0) return null
  const wanted = { entity: "cart_payment_collection", schema: collectionOfCart, by: { cart_id } }
  const collected = (await findOne(query, wanted))?.payment_collection
  const collections = [...order.payment_collections, ...(collected ? [collected] : [])]
  const hasSession = collections.some(({ payment_sessions }) => payment_sessions.length > 0)
  return hasSession && !collections.some(isPaying) ? order : null
}

function isPaying({ payments, payment_sessions }: z.output<typeof collection>): boolean {
  return payments.length > 0 || payment_sessions.some(({ status }) => AUTHORIZED.has(status))
}
