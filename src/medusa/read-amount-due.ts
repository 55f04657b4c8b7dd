import { z } from "zod"
import { amountDue, type CartSession, type Purchase } from "../mapping/decide/amount-due"
import type { AmountDue } from "../mapping/words/payments"
import { amount, date, list } from "../mapping/words/rows"
import { findOne, type Query } from "./query"
import { paymentSchema } from "./schemas"

const payment = paymentSchema.pick({
  payment_session_id: true,
  amount: true,
  canceled_at: true,
  refunds: true,
})

const session = z.object({
  id: z.string(),
  provider_id: z.string(),
  status: z.string(),
  amount,
  payment: payment.nullish(),
})

const priced = z.object({ id: z.string(), currency_code: z.string(), total: amount })

const sessionInCollection = z.object({ payment_collection_id: z.string() })

const cartAlone = z.object({ id: z.string() }).nullish()

const collectionWithCart = z.object({
  payment_sessions: list(session),
  cart: priced.extend({ completed_at: date.nullish() }).nullish(),
})

/** Without what the cart costs, which is the larger part of reading it. */
const collectionOfCart = z.object({ payment_sessions: list(session), cart: cartAlone })

const idsOfCart = z.object({
  payment_sessions: list(z.object({ id: z.string() })),
  cart: cartAlone,
})

const orderOfCart = z.object({
  order: priced
    .extend({
      version: z.number(),
      payment_collections: list(z.object({ payments: list(payment) })),
    })
    .nullish(),
})

const cartWithSessions = priced.extend({
  completed_at: date.nullish(),
  payment_collection: z.object({ payment_sessions: list(session) }).nullish(),
})

/** A cart as it is now, with all that pays for it. */
export interface FoundCart extends Purchase {
  id: string
  is_completed: boolean
}

/** A payment session, and the collection that it was in when it was last read. */
export interface SessionRef {
  payment_session_id: string
  payment_collection_id?: string | null | undefined
}

/** Any part of a collection that names its sessions. */
type CollectionSchema = z.ZodType<{ payment_sessions: { id: string }[] }>

/**
 * In two steps where the collection is not known: asked by one session, Medusa gives the collection with that
 * one only.
 *
 * @returns null when there is no such session any more
 */
async function readCollectionOf<Schema extends CollectionSchema>(
  query: Query,
  { payment_session_id, payment_collection_id }: SessionRef,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const read = (id: string | null | undefined) =>
    findOne(query, { entity: "payment_collection", schema, by: { id } })
  const known = await read(payment_collection_id)
  if (known?.payment_sessions.some(({ id }) => id === payment_session_id)) return known
  const by = { id: payment_session_id }
  const wanted = { entity: "payment_session", schema: sessionInCollection, by }
  return await read((await findOne(query, wanted))?.payment_collection_id)
}

/** The cart that a payment session pays for; null where there is none, or no such session. */
export async function readCartOfSession(query: Query, own: SessionRef): Promise<FoundCart | null> {
  const found = await readCollectionOf(query, own, collectionWithCart)
  if (!found?.cart) return null
  const { completed_at, ...cart } = found.cart
  return {
    ...cart,
    is_completed: completed_at != null,
    sessions: found.payment_sessions,
    payments: [],
  }
}

/** Whether there is still such a session, and it pays for a cart. */
export async function isSessionOfCart(query: Query, own: SessionRef): Promise<boolean> {
  return (await readCollectionOf(query, own, idsOfCart))?.cart != null
}

/** The same by the cart's own id, for a payment whose session is gone. */
export async function readCartWithSessions(query: Query, id: string): Promise<FoundCart | null> {
  const found = await findOne(query, { entity: "cart", schema: cartWithSessions, by: { id } })
  if (!found) return null
  const { completed_at, payment_collection, ...cart } = found
  const sessions = payment_collection?.payment_sessions ?? []
  return { ...cart, is_completed: completed_at != null, sessions, payments: [] }
}

/** Ids of the other sessions of the same cart. */
export async function readOtherSessions(query: Query, own: SessionRef): Promise<string[]> {
  const found = await readCollectionOf(query, own, idsOfCart)
  return found?.cart ? othersOf(own, found.payment_sessions) : []
}

function othersOf({ payment_session_id }: SessionRef, sessions: { id: string }[]): string[] {
  return sessions.map(({ id }) => id).filter((id) => id !== payment_session_id)
}

/** The cart that a payment session pays for, with all of its sessions. */
export interface CartSessions {
  cart_id: string
  sessions: CartSession[]
  /** Ids of the others. */
  others: string[]
}

/** Null for a session that belongs to no cart, and where there is no such session. */
export async function readCartSessions(
  query: Query,
  own: SessionRef,
): Promise<CartSessions | null> {
  const found = await readCollectionOf(query, own, collectionOfCart)
  if (!found?.cart) return null
  const { cart, payment_sessions: sessions } = found
  return { cart_id: cart.id, sessions, others: othersOf(own, sessions) }
}

/** `is_edited`: the order was changed after it was placed, by an edit, a return or an exchange. */
export interface FoundDue extends AmountDue {
  is_edited: boolean
}

/**
 * What the cart of a payment session wants from it, or the order that was made of the cart: while
 * Medusa completes a cart, the order is there before the payment is authorized, and what it costs
 * cannot change any more.
 *
 * @param own the session, and what its payment brings in minor units
 * @param cart what `readCartSessions` has read of the session already
 * @returns null for a session that belongs to no cart: what a payment link asks for is the merchant's
 *   decision
 */
export async function readAmountDue(
  query: Query,
  own: SessionRef & { amount: number },
  cart?: CartSessions | null,
): Promise<FoundDue | null> {
  const found = cart === undefined ? await readCartSessions(query, own) : cart
  if (found === null) return null
  const { cart_id, sessions } = found
  const by = { cart_id }
  const order = (await findOne(query, { entity: "order_cart", schema: orderOfCart, by }))?.order
  const session = { id: own.payment_session_id, amount: own.amount }
  if (!order) return await readDueOfCart(query, session, found)
  const { total, currency_code, payment_collections, version } = order
  const payments = payment_collections.flatMap((collection) => collection.payments)
  const due = amountDue(session, { total, currency_code, payments, sessions })
  return { ...due, is_edited: version > 1 }
}

async function readDueOfCart(
  query: Query,
  own: { id: string; amount: number },
  { cart_id: id, sessions }: CartSessions,
): Promise<FoundDue | null> {
  const cart = await findOne(query, { entity: "cart", schema: priced, by: { id } })
  return cart && { ...amountDue(own, { ...cart, sessions, payments: [] }), is_edited: false }
}
