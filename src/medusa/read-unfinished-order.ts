import { z } from "zod"
import { amount, date, list, text } from "../mapping/words/rows"
import { findOne, type Query } from "./query"

const row = z.object({ id: z.string() })

/** A discount by a code, or by a promotion that needs none. */
const adjustments = list(z.object({ amount, code: text }))

const orderBegun = z.object({
  id: z.string(),
  status: z.string(),
  created_at: date,
  customer_id: text,
  email: text,
  items: list(row.extend({ adjustments })),
  shipping_methods: list(row.extend({ adjustments })),
  promotions: list(row),
  fulfillments: list(row),
  payment_collections: list(row.extend({ payments: list(row) })),
})

const collectionOfCart = z.object({
  payment_collection: z.object({ id: z.string(), payments: list(row) }).nullish(),
})

/** An order on which nothing has happened since it was made. */
export type UnfinishedOrder = z.output<typeof orderBegun>

/** Null where a payment was made for it or for its cart, where something was sent, and where it is cancelled. */
export async function readUnfinishedOrder(
  query: Query,
  { cart_id, order_id }: { cart_id: string; order_id: string },
): Promise<UnfinishedOrder | null> {
  const order = await findOne(query, { entity: "order", schema: orderBegun, by: { id: order_id } })
  if (order?.status !== "pending" || order.fulfillments.length > 0) return null
  const wanted = { entity: "cart_payment_collection", schema: collectionOfCart, by: { cart_id } }
  const collected = (await findOne(query, wanted))?.payment_collection
  const collections = [...order.payment_collections, ...(collected ? [collected] : [])]
  return collections.some(({ payments }) => payments.length > 0) ? null : order
}
