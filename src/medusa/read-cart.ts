import { z } from "zod"
import { cartSchema, hasDiscounts, type PaymentSource } from "../mapping/request/cart"
import { date, list } from "../mapping/words/rows"
import { findCartOfCollection, findCollectionOfSession } from "./links"
import { findOne, type Query } from "./query"
import { automaticCodes, promotionSchema, readBoughtOrder } from "./read-bought-order"

const cartWithRegion = cartSchema.extend({ region_id: z.string().nullish() })

export async function readCart(
  query: Query,
  id: string,
): Promise<z.output<typeof cartWithRegion> | null> {
  return await findOne(query, { entity: "cart", schema: cartWithRegion, by: { id } })
}

const cartOfSession = cartSchema.extend({ completed_at: date.nullish() })
const cartWithPromotions = z.object({ id: z.string(), promotions: list(promotionSchema) })
const collectionWithOrder = z.object({
  order: z.object({ id: z.string(), display_id: z.number().nullish() }).nullish(),
})

interface SourceWish {
  /** The cart, also when it has been ordered: for a payment that was started before that. */
  before_order?: boolean
}

/**
 * What a payment session pays for. Its row is committed before the provider is called, so its id
 * leads to the cart, and to the order once there is one; nothing that a browser sent is used.
 * Promotions are another module, an order is a third: they are asked for only where they say something.
 *
 * @throws Error when there is no such session, ZodError when it is not what it should be
 */
export async function readPaymentSource(
  query: Query,
  session_id: string,
  { before_order = false }: SourceWish = {},
): Promise<PaymentSource> {
  const payment_collection_id = await findCollectionOfSession(query, session_id)
  if (payment_collection_id === null) throw new Error("There is no such payment session.")
  const cart = await readCartOfCollection(query, payment_collection_id)
  if (isOpen(cart) || before_order) {
    return { payment_collection_id, ...(await sourceOfCart(query, cart)) }
  }
  const ordered = await readOrdered(query, payment_collection_id)
  // A server that dies in between leaves a completed cart without an order.
  const isLost = ordered.order === null && cart !== null
  const source = isLost ? await sourceOfCart(query, cart) : ordered
  return { payment_collection_id, ...source }
}

type CartOfSession = z.output<typeof cartOfSession>

async function readCartOfCollection(
  query: Query,
  collection_id: string,
): Promise<CartOfSession | null> {
  const by = { id: await findCartOfCollection(query, collection_id) }
  return await findOne(query, { entity: "cart", schema: cartOfSession, by })
}

function isOpen(cart: CartOfSession | null): boolean {
  return cart !== null && cart.completed_at == null
}

async function sourceOfCart(query: Query, cart: CartOfSession | null) {
  const automatic_codes = cart && hasDiscounts(cart) ? await readCodes(query, cart.id) : []
  return { cart, automatic_codes, order_number: null }
}

async function readOrdered(query: Query, id: string) {
  const wanted = { entity: "payment_collection", schema: collectionWithOrder, by: { id } }
  const order = (await findOne(query, wanted))?.order
  const bought = await readBoughtOrder(query, order?.id)
  return { cart: null, ...bought, order_number: order?.display_id ?? null }
}

async function readCodes(query: Query, id: string): Promise<string[]> {
  const cart = await findOne(query, { entity: "cart", schema: cartWithPromotions, by: { id } })
  return automaticCodes(cart?.promotions ?? [])
}
