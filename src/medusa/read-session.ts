import { z } from "zod"
import { SESSION_DELETED, type MedusaState, type MedusaPayment } from "../mapping/decide/decision"
import { bookedTotals } from "../mapping/money/totals"
import { amount, date } from "../mapping/words/rows"
import { withOtherPayments } from "./other-payments"
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

const leftPayment = paymentSchema.extend({ payment_collection })

const orderOfCart = z.object({ order: orderSchema.nullish() })

/** What Medusa holds for a payment session; null when it is gone and left no order behind. */
export async function readMedusaState(
  query: Query,
  sessionId: string,
): Promise<MedusaState | null> {
  const wanted = { entity: "payment_session", schema: sessionSchema, by: { id: sessionId } }
  const session = await findOne(query, wanted)
  return session
    ? await withOtherPayments(query, await withLostOrder(query, session), sessionId)
    : await readLeftPayment(query, sessionId)
}

/** A new session under an order deletes the one that the order counts on; its payment stays. */
async function readLeftPayment(
  query: Query,
  payment_session_id: string,
): Promise<MedusaState | null> {
  const wanted = { entity: "payment", schema: leftPayment, by: { payment_session_id } }
  const payment = await findOne(query, wanted)
  if (!payment?.payment_collection.order) return null
  return toState({ ...payment, status: SESSION_DELETED, payment })
}

/** The order that only the cart knows, see `missing_link`. */
async function withLostOrder(
  query: Query,
  session: z.output<typeof sessionSchema>,
): Promise<MedusaState> {
  const state = toState(session)
  if (state.order || !state.cart) return state
  const by = { cart_id: state.cart.id }
  const lost = (await findOne(query, { entity: "order_cart", schema: orderOfCart, by }))?.order
  if (!lost) return state
  const { payment_collection_id } = session
  const missing_link = { order_id: lost.id, payment_collection_id }
  return { ...state, order: toOrder(lost), missing_link }
}

function toState(
  session: Omit<z.output<typeof sessionSchema>, "payment_collection_id">,
): MedusaState {
  const { status, amount, payment } = session
  const { cart, order } = session.payment_collection
  return {
    session_status: status,
    amount,
    cart: cart ? { id: cart.id, completed: Boolean(cart.completed_at) } : null,
    order: order ? toOrder(order) : null,
    payment: payment ? toPayment(payment) : null,
  }
}

function toOrder({ id, status, display_id }: z.output<typeof orderSchema>) {
  return { id, canceled: status === "canceled", display_id: display_id ?? null }
}

type Payment = z.output<typeof paymentSchema>

function toPayment({ currency_code, captures, refunds, ...payment }: Payment): MedusaPayment {
  const { captured, refunded } = bookedTotals({ captures, refunds }, currency_code)
  return {
    id: payment.id,
    captured: Boolean(payment.captured_at),
    canceled: Boolean(payment.canceled_at),
    checkout_id: payment.data?.checkout_id ?? null,
    captured_amount: captured,
    refunded_amount: refunded,
    refund_is_fresh: refunds.some(({ created_at }) => created_at.getTime() > Date.now() - FRESH_MS),
  }
}

/** A refund that the merchant has just asked for may not have reached secuconnect yet. */
const FRESH_MS = 30_000
