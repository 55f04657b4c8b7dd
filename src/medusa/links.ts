import { z } from "zod"
import { findAll, findOne, type Query } from "./query"

/*
 * Medusa's links between carts, orders and payment collections, asked for by themselves: a path through
 * them in one question of Query reads each module on the way, and gives of a list only what leads to it.
 */

const cartLink = z.object({ cart_id: z.string() })
const collectionLink = z.object({ payment_collection_id: z.string() })
const orderLink = z.object({ order_id: z.string() })

type Id = string | null | undefined

/** The cart that a payment collection pays for, also when it has become an order. */
export async function findCartOfCollection(query: Query, id: Id): Promise<string | null> {
  const by = { payment_collection_id: id }
  const link = await findOne(query, { entity: "cart_payment_collection", schema: cartLink, by })
  return link?.cart_id ?? null
}

export async function findCollectionOfCart(query: Query, cart_id: Id): Promise<string | null> {
  const wanted = { entity: "cart_payment_collection", schema: collectionLink, by: { cart_id } }
  return (await findOne(query, wanted))?.payment_collection_id ?? null
}

/** The payment collection of a session; null where there is no such session. */
export async function findCollectionOfSession(query: Query, id: Id): Promise<string | null> {
  const wanted = { entity: "payment_session", schema: collectionLink, by: { id } }
  return (await findOne(query, wanted))?.payment_collection_id ?? null
}

/** The order that a payment collection pays for. */
export async function findOrderOfCollection(query: Query, id: Id): Promise<string | null> {
  const by = { payment_collection_id: id }
  const link = await findOne(query, { entity: "order_payment_collection", schema: orderLink, by })
  return link?.order_id ?? null
}

export async function listCollectionsOfOrder(query: Query, order_id: Id): Promise<string[]> {
  const wanted = { entity: "order_payment_collection", schema: collectionLink, by: { order_id } }
  return (await findAll(query, wanted)).map((link) => link.payment_collection_id)
}

/** The order that the core has made of a cart. */
export async function findOrderOfCart(query: Query, cart_id: Id): Promise<string | null> {
  const wanted = { entity: "order_cart", schema: orderLink, by: { cart_id } }
  return (await findOne(query, wanted))?.order_id ?? null
}

/** The cart that an order was made of; null where it was made otherwise, as a draft say. */
export async function findCartOfOrder(query: Query, order_id: Id): Promise<string | null> {
  const wanted = { entity: "order_cart", schema: cartLink, by: { order_id } }
  return (await findOne(query, wanted))?.cart_id ?? null
}
