import { z } from "zod"
import { SESSION_DELETED, type MedusaState, type MedusaPayment } from "../mapping/decide/decision"
import { bookedTotals } from "../mapping/money/totals"
import { toMajorUnits, toMinorUnits } from "../mapping/words/currency"
import { amount, date } from "../mapping/words/rows"
import { findCollectionOfCart } from "./links"
import { findOne, type Query } from "./query"
import { orderSchema, paymentSchema } from "./schemas"

const payment_collection = z.object({
  cart: z.object({ id: z.string(), completed_at: date.nullish() }).nullish(),
  order: orderSchema.nullish(),
})

const sessionSchema = z.object({
  status: z.string(),
  payment_collection_id: z.string(),
  amount,
  payment: paymentSchema.nullish(),
  payment_collection,
})

const leftPayment = paymentSchema.extend({ payment_collection_id: z.string(), payment_collection })

const leftCollection = payment_collection.extend({ id: z.string(), amount })

const orderOfCart = z.object({ order: orderSchema.nullish() })

/** What the ledger knows of a checkout: the way to what a deleted session has left. */
export interface SessionOfCheckout {
  payment_session_id: string
  /** Null where the checkout was started by an earlier version of the plugin. */
  payment_collection_id: string | null
  cart_id: string | null
  /** Minor units. */
  amount: number
  currency_exponent: number
}

interface Asked extends SessionOfCheckout {
  now: Date
}

/**
 * What Medusa holds for a payment session; null when it is gone and left no order behind.
 *
 * @param now the database's time
 */
export async function readMedusaState(
  query: Query,
  session: SessionOfCheckout,
  now: Date,
): Promise<MedusaState | null> {
  const checkout: Asked = { ...session, now }
  const by = { id: checkout.payment_session_id }
  const found = await findOne(query, { entity: "payment_session", schema: sessionSchema, by })
  if (found) return await withLostOrder(query, found, checkout)
  return (await readLeftPayment(query, checkout)) ?? (await readLeftOrder(query, checkout))
}

/** A new session under an order deletes the one that the order counts on; its payment stays. */
async function readLeftPayment(query: Query, checkout: Asked): Promise<MedusaState | null> {
  const { payment_session_id } = checkout
  const wanted = { entity: "payment", schema: leftPayment, by: { payment_session_id } }
  const payment = await findOne(query, wanted)
  if (!payment?.payment_collection.order) return null
  return toState({ ...payment, status: SESSION_DELETED, payment }, checkout)
}

/** An order that waits has no payment yet: only its collection knows of it. */
async function readLeftOrder(query: Query, checkout: Asked): Promise<MedusaState | null> {
  const { payment_collection_id, cart_id } = checkout
  const by = { id: payment_collection_id ?? (await findCollectionOfCart(query, cart_id)) }
  const wanted = { entity: "payment_collection", schema: leftCollection, by }
  const collection = await findOne(query, wanted)
  if (!collection) return null
  const session = {
    status: SESSION_DELETED,
    payment_collection_id: collection.id,
    payment_collection: collection,
    amount: amountOf(checkout, collection.amount),
  }
  const state = await withLostOrder(query, session, checkout)
  return state.order && state
}

/** The collection's, where that is the same: it is unrounded, as the session's was. */
function amountOf(checkout: Asked, collected: z.output<typeof leftCollection>["amount"]) {
  const { amount } = checkout
  const isSame = toMinorUnits(collected, checkout) === amount
  return isSame ? collected : toMajorUnits(amount, checkout)
}

/** The order that only the cart knows, see `missing_link`. */
async function withLostOrder(
  query: Query,
  session: z.output<typeof sessionSchema>,
  checkout: Asked,
): Promise<MedusaState> {
  const state = toState(session, checkout)
  if (state.order || !state.cart) return state
  const by = { cart_id: state.cart.id }
  const lost = (await findOne(query, { entity: "order_cart", schema: orderOfCart, by }))?.order
  if (!lost) return state
  const { payment_collection_id } = session
  const missing_link = { order_id: lost.id, payment_collection_id }
  return { ...state, order: toOrder(lost), missing_link }
}

function toState(session: z.output<typeof sessionSchema>, checkout: Asked): MedusaState {
  const { status, amount, payment, payment_collection_id } = session
  const { cart, order } = session.payment_collection
  return {
    session_status: status,
    amount,
    payment_collection_id,
    cart: cart ? { id: cart.id, completed: Boolean(cart.completed_at) } : null,
    order: order ? toOrder(order) : null,
    payment: payment ? toPayment(payment, checkout) : null,
  }
}

function toOrder({ id, status, display_id }: z.output<typeof orderSchema>) {
  return { id, canceled: status === "canceled", display_id: display_id ?? null }
}

type Payment = z.output<typeof paymentSchema>

function toPayment({ captures, refunds, ...payment }: Payment, checkout: Asked): MedusaPayment {
  const { captured, refunded } = bookedTotals({ captures, refunds }, checkout)
  return {
    id: payment.id,
    captured: Boolean(payment.captured_at),
    canceled: Boolean(payment.canceled_at),
    checkout_id: payment.data?.checkout_id ?? null,
    captured_amount: captured,
    refunded_amount: refunded,
    refund_is_fresh: refunds.some(
      ({ created_at }) => created_at.getTime() > checkout.now.getTime() - FRESH_MS,
    ),
  }
}

/**
 * A refund that the merchant has just asked for may not have reached secuconnect yet. Medusa dates it by
 * the clock of the server that wrote it: a span of minutes, which clocks may differ by less than.
 */
const FRESH_MS = 2 * 60_000
