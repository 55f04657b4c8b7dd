import { z } from "zod"

import { runWorkflow } from "../support/carts/admin"
import { createApi } from "../support/http"
import { askWhereToPay } from "../support/carts/leave"
import type { Method, Outcome } from "../support/sandbox-control"
import {
  type Arrival,
  askForSession,
  chooseShipping,
  comeBack,
  completeCart,
  PROVIDER,
} from "../support/shopper"
import { orderOf, vendorAt, type Play, type Started } from "./play"
import type { Step } from "./steps"
import { Violation } from "./violation"

const PROVIDERS = [
  PROVIDER,
  PROVIDER,
  "pp_secuconnect-creditcard_secuconnect",
  "pp_secuconnect-paypal_secuconnect",
  "pp_secuconnect-prepaid_secuconnect",
] as const

const METHODS: readonly Method[] = ["creditcard", "prepaid", "invoice", "debit", "paypal"]

export const among = <Item>(items: readonly Item[], choice: number): Item | undefined =>
  items[choice % Math.max(items.length, 1)]

const sessionsReply = z.object({
  payment_collection: z.object({
    payment_sessions: z.array(
      z.object({
        id: z.string(),
        data: z.object({ stx_id: z.string().nullish(), order_first: z.boolean().optional() }),
      }),
    ),
  }),
})

/** Starts a payment on a collection and remembers every session that has a page, or leads to one. */
export async function startOn(play: Play, collectionId: string, choice: number): Promise<string> {
  const provider = among(PROVIDERS, choice) ?? PROVIDER
  const { status, body } = await askForSession(play.shop, collectionId, { provider })
  if (status !== 200) return `start: ${status}`
  for (const { id, data } of sessionsReply.parse(body).payment_collection.payment_sessions) {
    const { stx_id, order_first } = data
    if (order_first && !play.firsts.includes(id)) play.firsts.push(id)
    if (stx_id && !play.started.some(({ stx }) => stx === stx_id)) {
      play.started.push({ stx: stx_id, sessionId: id })
    }
  }
  return `start with ${provider}: ${status}`
}

const GIVEN_BY_TELEPHONE = "the order was given by telephone"

const start: Step = async (play, choice) =>
  play.draftOrderId ? GIVEN_BY_TELEPHONE : await startOn(play, play.collectionId, choice)

/** The page of an order's open collection: a link, or a tab that was left open. */
const startAgainForOrder: Step = async (play, choice) => {
  const orderId = await orderOf(play)
  if (!orderId) return "no order"
  const sql = `SELECT payment_collection_id AS id FROM order_payment_collection
    WHERE order_id = $1 AND deleted_at IS NULL ORDER BY created_at`
  const rows = await play.shop.db.rows(z.object({ id: z.string() }), sql, [orderId])
  const collection = among(rows, choice >> 4)
  return collection ? await startOn(play, collection.id, choice) : "no collection"
}

const lines = z.object({ cart: z.object({ items: z.array(z.object({ id: z.string() })) }) })

const changeQuantity: Step = async ({ shop, cartId }, choice) => {
  const { cart } = await shop.store.ok(lines, `/store/carts/${cartId}`)
  const item = among(cart.items, choice)
  if (!item) return "no line"
  const body = { quantity: 1 + (choice % 9) }
  const { status } = await shop.store.call(`/store/carts/${cartId}/line-items/${item.id}`, { body })
  return `quantity ${body.quantity}: ${status}`
}

const giftCardOn: Step = async ({ shop, cartId }, choice) => {
  const amount = 1 + (choice % 20)
  const line = { cart_id: cartId, amount, reference: "gift_card", reference_id: `g${choice}` }
  return await tryWorkflow(shop, "create-cart-credit-lines", [line])
}

const giftCardOff: Step = async ({ shop, cartId }) => {
  const sql = "SELECT id FROM credit_line WHERE cart_id = $1 AND deleted_at IS NULL"
  const rows = await shop.db.rows(z.object({ id: z.string() }), sql, [cartId])
  if (rows.length === 0) return "no gift card"
  return await tryWorkflow(shop, "delete-cart-credit-lines", { id: rows.map(({ id }) => id) })
}

async function tryWorkflow(shop: Play["shop"], id: string, input: unknown): Promise<string> {
  try {
    await runWorkflow(shop, id, input)
    return `${id}: done`
  } catch (error) {
    return `${id}: ${String(error).slice(0, 80)}`
  }
}

const changeShipping: Step = async ({ shop, cartId }, choice) => {
  const code = among(["standard", "express", "pickup"], choice) ?? "pickup"
  try {
    await chooseShipping(shop, cartId, code)
    return `shipping ${code}`
  } catch {
    return `shipping ${code}: refused`
  }
}

const leaveForPage: Step = async ({ shop, started }, choice) => {
  const payment = among(started, choice)
  if (!payment) return "no payment"
  return `where to pay: ${(await askWhereToPay(shop, payment)).status}`
}

/** Newer pages are more likely, old tabs are there too. */
const pageOf = ({ started }: Play, choice: number): Started | undefined =>
  choice % 3 === 0 ? among(started, choice >> 3) : started.at(-1)

/** The page may have been made for another method. */
const inTurn = (first: Method): readonly Method[] => [first, "creditcard", "paypal", "prepaid"]

const finish =
  (outcome: Outcome): Step =>
  async (play, choice) => {
    const payment = pageOf(play, choice)
    if (!payment) return "no payment"
    for (const method of inTurn(among(METHODS, choice >> 2) ?? "creditcard")) {
      const isRiskCheck = outcome === "pay" && method === "debit" && choice % 5 === 0
      const wish = { method, outcome: isRiskCheck ? ("pending" as const) : outcome }
      const way = await play.shop.sandbox.checkout(payment.stx, wish).catch(() => undefined)
      if (way === undefined) continue
      payment.way = way
      return `${wish.outcome} ${method} at ${payment.stx}`
    }
    return `page of ${payment.stx} is closed`
  }

/** Nobody is told that it failed whose money was taken and stays. */
const goBack: Step = async (play, choice) => {
  const ways = play.started.filter(({ way }) => way !== undefined)
  const payment = choice % 3 === 0 ? among(ways, choice >> 3) : ways.at(-1)
  if (!payment?.way) return "no way back"
  const before = await vendorAt(play, payment.stx)
  const arrival = await comeBack(payment.way)
  if (arrival.status !== 303) throw new Violation("return", `${payment.stx}: ${arrival.status}`)
  const after = await vendorAt(play, payment.stx)
  if (!play.disturbed) checkTold(arrival, Math.min(before.taken, after.taken))
  return `back from ${payment.stx}: ${arrival.outcome ?? "?"}${arrival.orderId ? " with order" : ""}`
}

function checkTold({ outcome }: Arrival, taken: number): void {
  const isLost = outcome === "failed" || outcome === "aborted"
  if (isLost && taken > 0) throw new Violation("told", `"${outcome}", and ${taken} are taken`)
}

const complete: Step = async ({ shop, cartId, draftOrderId }) =>
  draftOrderId ? GIVEN_BY_TELEPHONE : `complete: ${(await completeCart(shop, cartId)).status}`

const readOrder: Step = async (play) => {
  const orderId = await orderOf(play)
  if (!orderId) return "no order"
  return `order page: ${(await play.shop.store.call(`/store/secuconnect/orders/${orderId}`)).status}`
}

const tokenReply = z.object({ token: z.string() })
const logins = new WeakMap<Play["shop"], Promise<string>>()

/** Somebody who has an account. Gives the token. */
async function logIn({ store, storeUrl }: Play["shop"]): Promise<string> {
  const account = { email: "eva@example.org", password: "secret-of-eva" }
  const auth = createApi(`${storeUrl}/auth/customer/emailpass`)
  const { token } = await auth.ok(tokenReply, "/register", { body: account })
  const body = { email: account.email, first_name: "Eva", last_name: "Muster" }
  const headers = { authorization: `Bearer ${token}` }
  await store.ok(z.unknown(), "/store/customers", { body, headers })
  return (await auth.ok(tokenReply, "", { body: account })).token
}

/** Any customer who is logged in may ask for an order of somebody else; it stays an open change. */
const requestTransfer: Step = async (play) => {
  const orderId = await orderOf(play)
  if (!orderId) return "no order"
  const login = logins.get(play.shop) ?? logIn(play.shop)
  logins.set(play.shop, login)
  const headers = { authorization: `Bearer ${await login}` }
  const path = `/store/orders/${orderId}/transfer/request`
  const { status } = await play.shop.store.call(path, { method: "POST", body: {}, headers })
  if (status === 200) play.changes.add("transfer")
  return `transfer requested: ${status}`
}

/** What shoppers do, at the shop and at secupay's page. */
export const SHOPPER = {
  start,
  change_quantity: changeQuantity,
  gift_card_on: giftCardOn,
  gift_card_off: giftCardOff,
  change_shipping: changeShipping,
  leave_for_page: leaveForPage,
  pay: finish("pay"),
  decline: finish("decline"),
  abort: finish("abort"),
  return: goBack,
  complete,
  start_again_for_order: startAgainForOrder,
  read_order: readOrder,
  request_transfer: requestTransfer,
} as const
