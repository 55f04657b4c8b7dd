import { z } from "zod"
import { amountDue, type CartSession, type Purchase } from "../mapping/decide/amount-due"
import type { AmountDue } from "../mapping/words/payments"
import { amount, date } from "../mapping/words/rows"
import {
  findCartOfCollection,
  findCollectionOfCart,
  findCollectionOfSession,
  findOrderOfCart,
  listCollectionsOfOrder,
} from "./links"
import { findAll, findOne, type Query } from "./query"
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

const sessionId = z.object({ id: z.string() })

const pricedOrder = priced.extend({ version: z.number() })

const pricedCart = priced.extend({ completed_at: date.nullish() })

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

/** A session as it is asked for: with what pays for it, or its id only. */
type SessionSchema = z.ZodType<{ id: string }>

/** The cart of a payment session and all of the cart's sessions. */
interface Found<Schema extends SessionSchema> {
  cart_id: string
  sessions: z.output<Schema>[]
}

/** @returns null for a session that belongs to no cart, and when there is no such session any more */
async function readSessionsOfCart<Schema extends SessionSchema>(
  query: Query,
  { payment_session_id, payment_collection_id: known }: SessionRef,
  schema: Schema,
): Promise<Found<Schema> | null> {
  const listIn = async (payment_collection_id: string | null | undefined) => {
    const wanted = { entity: "payment_session", schema, by: { payment_collection_id } }
    return { id: payment_collection_id, sessions: await findAll(query, wanted) }
  }
  let found = await listIn(known)
  // Not known from the start on, or no longer true.
  if (!found.sessions.some(({ id }) => id === payment_session_id)) {
    found = await listIn(await findCollectionOfSession(query, payment_session_id))
  }
  const cart_id = await findCartOfCollection(query, found.id)
  return cart_id === null ? null : { cart_id, sessions: found.sessions }
}

/** The cart that a payment session pays for; null where there is none, or no such session. */
export async function readCartOfSession(query: Query, own: SessionRef): Promise<FoundCart | null> {
  const found = await readSessionsOfCart(query, own, session)
  return found && (await readPricedCart(query, found))
}

async function readPricedCart(
  query: Query,
  { cart_id: id, sessions }: Found<typeof session>,
): Promise<FoundCart | null> {
  const cart = await findOne(query, { entity: "cart", schema: pricedCart, by: { id } })
  if (!cart) return null
  const { completed_at, ...priced } = cart
  return { ...priced, is_completed: completed_at != null, sessions, payments: [] }
}

/** Whether there is still such a session, and it pays for a cart. */
export async function isSessionOfCart(query: Query, own: SessionRef): Promise<boolean> {
  return (await readSessionsOfCart(query, own, sessionId)) !== null
}

/** The same by the cart's own id, for a payment whose session is gone. */
export async function readCartWithSessions(
  query: Query,
  cart_id: string,
): Promise<FoundCart | null> {
  const by = { payment_collection_id: await findCollectionOfCart(query, cart_id) }
  const sessions = await findAll(query, { entity: "payment_session", schema: session, by })
  return await readPricedCart(query, { cart_id, sessions })
}

/** Ids of the other sessions of the same cart. */
export async function readOtherSessions(query: Query, own: SessionRef): Promise<string[]> {
  const found = await readSessionsOfCart(query, own, sessionId)
  return found ? othersOf(own, found.sessions) : []
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
  const found = await readSessionsOfCart(query, own, session)
  return found && { ...found, others: othersOf(own, found.sessions) }
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
  const by = { id: await findOrderOfCart(query, cart_id) }
  const order = await findOne(query, { entity: "order", schema: pricedOrder, by })
  const session = { id: own.payment_session_id, amount: own.amount }
  if (!order) return await readDueOfCart(query, session, found)
  const payments = await readPaymentsOfOrder(query, order.id)
  const due = amountDue(session, { ...order, payments, sessions })
  return { ...due, is_edited: order.version > 1 }
}

async function readPaymentsOfOrder(query: Query, order_id: string) {
  const by = { payment_collection_id: await listCollectionsOfOrder(query, order_id) }
  return await findAll(query, { entity: "payment", schema: payment, by })
}

async function readDueOfCart(
  query: Query,
  own: { id: string; amount: number },
  { cart_id: id, sessions }: CartSessions,
): Promise<FoundDue | null> {
  const cart = await findOne(query, { entity: "cart", schema: priced, by: { id } })
  return cart && { ...amountDue(own, { ...cart, sessions, payments: [] }), is_edited: false }
}
