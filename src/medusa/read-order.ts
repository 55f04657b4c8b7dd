import { z } from "zod"
import { list } from "../mapping/words/rows"
import { mailedOrderSchema, type MailedOrder } from "../mapping/mails/mailed-order"
import { findAll, findOne, type Query } from "./query"

const orderOfCart = z.object({ cart_id: z.string(), order_id: z.string() })
const orderOfFulfillment = z.object({ order_id: z.string() })
const orderWithSessions = z.object({
  payment_collections: list(
    z.object({ id: z.string(), payment_sessions: list(z.object({ id: z.string() })) }),
  ),
})

/** The order that a fulfilment belongs to; null for that of a return, which has none. */
export async function findOrderOf(query: Query, fulfillment_id: string): Promise<string | null> {
  const wanted = { entity: "order_fulfillment", schema: orderOfFulfillment, by: { fulfillment_id } }
  return (await findOne(query, wanted))?.order_id ?? null
}

/** The orders that came of these carts: one each, unless something went wrong. */
export async function findOrdersOfCarts(
  query: Query,
  cart_id: (string | null)[],
): Promise<z.output<typeof orderOfCart>[]> {
  return await findAll(query, { entity: "order_cart", schema: orderOfCart, by: { cart_id } })
}

/** Ids of the payment collections of an order, and of their sessions. */
export async function readSessionsOfOrder(
  query: Query,
  id: string,
): Promise<{ collections: string[]; sessions: string[] }> {
  const order = await findOne(query, { entity: "order", schema: orderWithSessions, by: { id } })
  const collections = order?.payment_collections ?? []
  const sessions = collections.flatMap(({ payment_sessions }) => payment_sessions)
  return { collections: collections.map(idOf), sessions: sessions.map(idOf) }
}

function idOf({ id }: { id: string }): string {
  return id
}

export async function readMailedOrder(query: Query, id: string): Promise<MailedOrder | null> {
  return await findOne(query, { entity: "order", schema: mailedOrderSchema, by: { id } })
}
