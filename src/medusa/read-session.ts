import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { toMinorUnits } from "../mapping/words/currency"
import { SESSION_DELETED, type MedusaState, type MedusaPayment } from "../mapping/decide/decision"
import { amount, date } from "./values"
import { withOtherPayments } from "./other-payments"

const orderRow = z.object({
  id: z.string(),
  status: z.string(),
  display_id: z.number().nullish(),
})

const entry = z.object({ amount, created_at: date.nullish() })

const paymentRow = z.object({
  id: z.string(),
  currency_code: z.string(),
  captures: z.array(entry).nullish(),
  refunds: z.array(entry).nullish(),
  captured_at: date.nullish(),
  canceled_at: date.nullish(),
  data: z.object({ checkout_id: z.string().optional() }).nullish(),
})

const payment_collection = z.object({
  cart: z.object({ id: z.string(), completed_at: date.nullish() }).nullish(),
  order: orderRow.nullish(),
})

const sessionRow = z.object({
  status: z.string(),
  payment_collection_id: z.string(),
  amount,
  payment: paymentRow.nullish(),
  payment_collection,
})

const leftPaymentRow = paymentRow.extend({ amount, payment_collection })

const PAYMENT_FIELDS = [
  "id",
  "currency_code",
  "captured_at",
  "canceled_at",
  "data",
  "captures.amount",
  "captures.created_at",
  "refunds.amount",
  "refunds.created_at",
]
const COLLECTION_FIELDS = [
  "payment_collection.cart.id",
  "payment_collection.cart.completed_at",
  "payment_collection.order.id",
  "payment_collection.order.status",
  "payment_collection.order.display_id",
]
const SESSION_FIELDS = [
  "id",
  "status",
  "amount",
  "payment_collection_id",
  ...PAYMENT_FIELDS.map((field) => `payment.${field}`),
  ...COLLECTION_FIELDS,
]
const LEFT_PAYMENT_FIELDS = [...PAYMENT_FIELDS, "amount", ...COLLECTION_FIELDS]

/**
 * What Medusa holds for a payment session; null when the session is gone and left no order behind.
 * The id is checked first: Query ignores a filter without a value and would hand out another
 * shopper's session.
 */
export async function readMedusaState(
  container: MedusaContainer,
  sessionId: string,
): Promise<MedusaState | null> {
  if (!sessionId) return null
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_session",
    fields: SESSION_FIELDS,
    filters: { id: sessionId },
  })
  const found: unknown = data[0]
  if (found) {
    const view = await withLostOrder(query, sessionRow.parse(found))
    return await withOtherPayments(query, view, sessionId)
  }
  const { data: left } = await query.graph({
    entity: "payment",
    fields: LEFT_PAYMENT_FIELDS,
    filters: { payment_session_id: sessionId },
  })
  return left[0] ? viewOfLeftPayment(left[0]) : null
}

const lostOrderRow = z.object({ order: orderRow })

/** The order that only the cart knows, see `missing_link`. */
async function withLostOrder(
  query: Omit<RemoteQueryFunction, symbol>,
  session: z.output<typeof sessionRow>,
): Promise<MedusaState> {
  const view = toView(session)
  if (view.order || !view.cart) return view
  const { data } = await query.graph({
    entity: "order_cart",
    fields: ["order.id", "order.status", "order.display_id"],
    filters: { cart_id: view.cart.id },
  })
  const lost = lostOrderRow.safeParse(data[0])
  if (!lost.success) return view
  const order = viewOfOrder(lost.data.order)
  const { payment_collection_id } = session
  return { ...view, order, missing_link: { order_id: order.id, payment_collection_id } }
}

/** A new session under an order deletes the one that the order counts on; its payment stays. */
function viewOfLeftPayment(found: unknown): MedusaState | null {
  const payment = leftPaymentRow.parse(found)
  if (!payment.payment_collection.order) return null
  return toView({ ...payment, status: SESSION_DELETED, payment })
}

function toView(row: Omit<z.output<typeof sessionRow>, "payment_collection_id">): MedusaState {
  const { payment } = row
  const { cart, order } = row.payment_collection
  return {
    session_status: row.status,
    amount: row.amount,
    cart: cart ? { id: cart.id, completed: Boolean(cart.completed_at) } : null,
    order: order ? viewOfOrder(order) : null,
    payment: payment ? viewOfPayment(payment) : null,
  }
}

function viewOfOrder({ id, status, display_id }: z.output<typeof orderRow>) {
  return { id, canceled: status === "canceled", display_id: display_id ?? null }
}

function viewOfPayment(payment: z.output<typeof paymentRow>): MedusaPayment {
  const { currency_code, refunds } = payment
  const sum = (entries: Entry[] | null | undefined) =>
    (entries ?? []).reduce((total, { amount }) => total + toMinorUnits(amount, currency_code), 0)
  return {
    id: payment.id,
    captured: Boolean(payment.captured_at),
    canceled: Boolean(payment.canceled_at),
    checkout_id: payment.data?.checkout_id ?? null,
    captured_amount: sum(payment.captures),
    refunded_amount: sum(refunds),
    refund_is_fresh: (refunds ?? []).some(isFresh),
  }
}

type Entry = z.output<typeof entry>

/** A refund that the merchant has just asked for may not have reached secuconnect yet. */
const FRESH_MS = 30_000

function isFresh({ created_at }: Entry): boolean {
  return created_at != null && Date.now() - new Date(created_at).getTime() < FRESH_MS
}
