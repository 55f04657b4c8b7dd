import { z } from "zod"

import type { Answer } from "./http"
import { tickUnpaid } from "./carts/tick"
import type { Shop } from "./shop"
import {
  askForSession,
  completeCart,
  fillCart,
  openCollection,
  type CartWish,
  type StartWish,
} from "./shopper"

const startedReply = z.object({
  payment_collection: z.object({
    payment_sessions: z.array(
      z.object({ id: z.string(), data: z.record(z.string(), z.unknown()) }),
    ),
  }),
})

const orderReply = z.object({ order: z.object({ id: z.string() }) })
const checkoutReply = z.object({ payment_session: z.object({ checkout_url: z.string() }) })

/** A payment session on which its cart is ordered before anything is paid. */
export interface FirstSession {
  cartId: string
  sessionId: string
  data: Record<string, unknown>
}

/** The storefront starts the payment of a cart. */
export async function startFirst(
  shop: Shop,
  wish: CartWish & StartWish = {},
): Promise<FirstSession> {
  const cartId = await fillCart(shop, wish)
  const answer = await askForSession(shop, await openCollection(shop, cartId), wish)
  if (answer.status !== 200) throw new Error(`No session was started: ${answer.text}`)
  const [session] = startedReply.parse(answer.body).payment_collection.payment_sessions
  if (!session) throw new Error("There is no session.")
  return { cartId, sessionId: session.id, data: session.data }
}

/** What the storefront is answered when it asks where to pay. */
export const askWhere = (
  shop: Shop,
  { sessionId }: Pick<FirstSession, "sessionId">,
): Promise<Answer> =>
  shop.store.call(`/store/secuconnect/payment-sessions/${sessionId}/checkout`, { method: "POST" })

/** The address of the order's payment page. */
export async function pageOf(shop: Shop, session: Pick<FirstSession, "sessionId">) {
  const { status, body, text } = await askWhere(shop, session)
  if (status !== 200) throw new Error(`There is no page: ${text}`)
  return checkoutReply.parse(body).payment_session.checkout_url
}

/** An order without money, and the address of its payment page. */
export async function orderFirst(shop: Shop, wish: CartWish & StartWish = {}) {
  const session = await startFirst(shop, wish)
  const url = await pageOf(shop, session)
  return { ...session, url, orderId: await orderOf(shop, session.cartId) }
}

/** The order that a cart has become. */
export async function orderOf(shop: Shop, cartId: string): Promise<string> {
  const { body } = await completeCart(shop, cartId)
  return orderReply.parse(body).order.id
}

/** So many hours pass since the order was placed, and the job runs. */
export async function waitHours(shop: Shop, orderId: string, hours: number): Promise<void> {
  const pass = `UPDATE secuconnect_unpaid_order
    SET placed_at = placed_at - interval '${String(hours)} hours', due_at = now()
    WHERE order_id = '${orderId}' AND due_at IS NOT NULL`
  await tickUnpaid(shop, () => shop.db.run(pass))
}

const unpaidRow = z.object({
  ended_reason: z.string().nullable(),
  problem: z.string().nullable(),
  is_due: z.boolean(),
})

/** What the ledger says of an order that was placed before it was paid. */
export async function unpaidOf({ db }: Shop, orderId: string) {
  const [row] = await db.rows(
    unpaidRow,
    `SELECT ended_reason, problem, due_at IS NOT NULL AS is_due
     FROM secuconnect_unpaid_order WHERE order_id = '${orderId}'`,
  )
  return row
}

const countRow = z.object({ count: z.coerce.number() })

/** How many articles of an order are kept for it in stock. */
export async function reservedFor({ db }: Shop, orderId: string): Promise<number> {
  const [row] = await db.rows(
    countRow,
    `SELECT coalesce(sum(r.quantity), 0) AS count FROM reservation_item r
     JOIN order_item i ON i.item_id = r.line_item_id
     WHERE i.order_id = '${orderId}' AND r.deleted_at IS NULL`,
  )
  return row?.count ?? 0
}

const settingsReply = z.object({ revision: z.number() })

/** Stores settings as the settings page does. */
export async function storeSettings(
  { admin }: Shop,
  values: Record<string, unknown>,
): Promise<void> {
  const path = "/admin/secuconnect/settings"
  const { revision } = await admin.ok(settingsReply, path)
  await admin.ok(z.unknown(), path, { body: { revision, values } })
}
