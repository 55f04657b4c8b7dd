import { z } from "zod"

import type { Method, Outcome } from "../support/sandbox-control"
import {
  CASE,
  chooseShipping,
  comeBack,
  completeCart,
  fillCart,
  LAST_SEAL,
  NOTEBOOK,
  PEN,
  startPayment,
  type StartedPayment,
} from "../support/shopper"
import { pause, tryTo, type Actor } from "./context"

const METHODS: readonly Method[] = [
  "creditcard",
  "debit",
  "invoice",
  "prepaid",
  "paypal",
  "easycredit",
  "sofort",
  "giropay",
  "eps",
]

const STORIES = {
  straight,
  closesBrowser,
  leaves,
  comesLate,
  triesAgain,
  paysInTwoTabs,
  changesCartWhilePaying,
  changesMailWhilePaying,
} as const

const WEIGHTS: Record<keyof typeof STORIES, number> = {
  straight: 10,
  closesBrowser: 4,
  leaves: 1,
  comesLate: 2,
  triesAgain: 2,
  paysInTwoTabs: 2,
  changesCartWhilePaying: 2,
  changesMailWhilePaying: 1,
}

/** One shopper from the shelf to wherever it ends. Gives the cart, if there ever was one. */
export async function visitShop(actor: Actor): Promise<string | undefined> {
  const cartId = await tryTo(actor, "cart", () => fill(actor))
  if (!cartId) return undefined
  const story = actor.dice.weighted(WEIGHTS)
  actor.diary.count(`shopper ${story}`)
  await STORIES[story](actor, cartId)
  return cartId
}

async function fill({ shop, dice }: Actor): Promise<string> {
  const sku = dice.chance(0.04) ? LAST_SEAL : dice.pick([PEN, CASE, NOTEBOOK])
  const shipping = dice.pick(["standard", "pickup", "pickup"] as const)
  return await fillCart(shop, { items: { [sku]: 1 + dice.below(3) }, shipping })
}

const start = (actor: Actor, cartId: string) =>
  tryTo(actor, "session", () => startPayment(actor.shop, cartId))

async function straight(actor: Actor, cartId: string): Promise<void> {
  const payment = await start(actor, cartId)
  if (!payment) return
  const way = await pay(actor, payment)
  const returns = Array.from({ length: 1 + actor.dice.below(2) }, () => goBack(actor, payment, way))
  if (actor.dice.chance(0.3)) returns.push(complete(actor, cartId))
  await Promise.all(returns)
}

/** Only a push or the clock can tell the shop. */
async function closesBrowser(actor: Actor, cartId: string): Promise<void> {
  const payment = await start(actor, cartId)
  if (payment) await pay(actor, payment)
}

async function leaves(actor: Actor, cartId: string): Promise<void> {
  await start(actor, cartId)
}

async function comesLate(actor: Actor, cartId: string): Promise<void> {
  const payment = await start(actor, cartId)
  if (!payment) return
  const way = await pay(actor, payment)
  await pause(actor, 4_000)
  await goBack(actor, payment, way)
  await goBack(actor, payment, way)
}

async function triesAgain(actor: Actor, cartId: string): Promise<void> {
  const first = await start(actor, cartId)
  if (!first) return
  const outcome = actor.dice.pick(["decline", "abort"] as const)
  await goBack(actor, first, await pay(actor, first, outcome))
  await straight(actor, cartId)
}

/** The cart was changed between the two, so that there are two Smart Transactions. */
async function paysInTwoTabs(actor: Actor, cartId: string): Promise<void> {
  const first = await start(actor, cartId)
  if (actor.dice.chance(0.7)) await changeShipping(actor, cartId)
  const second = await start(actor, cartId)
  await Promise.all(
    [first, second].map(async (payment) => {
      if (!payment) return
      await pause(actor, 1_500)
      await goBack(actor, payment, await pay(actor, payment, "pay"))
    }),
  )
}

async function changesCartWhilePaying(actor: Actor, cartId: string): Promise<void> {
  const payment = await start(actor, cartId)
  if (!payment) return
  const paid = pay(actor, payment)
  await changeShipping(actor, cartId)
  await goBack(actor, payment, await paid)
  if (actor.dice.chance(0.5)) await straight(actor, cartId)
}

const prepared = z.looseObject({})
const newest = z.object({ stx_id: z.string() })

/** The total stays, what the payment page shows does not. */
async function changesMailWhilePaying(actor: Actor, cartId: string): Promise<void> {
  const { shop } = actor
  const payment = await start(actor, cartId)
  if (!payment) return
  const email = `other-${actor.dice.below(1_000)}@example.org`
  await tryTo(actor, "mail changed", () =>
    shop.store.ok(prepared, `/store/carts/${cartId}`, { body: { email } }),
  )
  const path = `/store/secuconnect/payment-sessions/${payment.sessionId}/checkout`
  await shop.store.call(path, { method: "POST", body: {} })
  const sql = `SELECT stx_id FROM secuconnect_checkout WHERE payment_session_id = $1
    AND stx_id IS NOT NULL ORDER BY created_at DESC LIMIT 1`
  const [row] = await shop.db.rows(newest, sql, [payment.sessionId])
  const latest = { ...payment, stx: row?.stx_id ?? payment.stx }
  await goBack(actor, latest, await pay(actor, latest))
}

async function changeShipping(actor: Actor, cartId: string): Promise<void> {
  await tryTo(actor, "cart changed", () => chooseShipping(actor.shop, cartId, "express"))
}

const OUTCOMES: Record<Outcome, number> = { pay: 17, pending: 1, decline: 1, abort: 1 }

/** @returns the way back; undefined when the page does not take the payment any more */
async function pay(
  { shop, dice, diary }: Actor,
  { stx }: StartedPayment,
  wish?: Outcome,
): Promise<string | undefined> {
  const method = dice.pick(METHODS)
  const chosen = wish ?? dice.weighted(OUTCOMES)
  const outcome = chosen === "pending" && method !== "debit" ? "pay" : chosen
  try {
    const way = await shop.sandbox.checkout(stx, { method, outcome })
    diary.count(`page ${outcome} ${outcome === "pay" ? method : ""}`.trim())
    return way
  } catch {
    diary.count("page: closed meanwhile")
    return undefined
  }
}

const MONEY = new Set(["ok", "approved", "pending"])

/** The way back never breaks, and nobody is told "failed" whose money has moved. */
async function goBack(
  { shop, diary }: Actor,
  { stx }: StartedPayment,
  way: string | undefined,
): Promise<void> {
  if (!way) return
  const arrival = await comeBack(way)
  diary.count(`return ${arrival.outcome ?? "?"}`)
  if (arrival.status !== 303) diary.violation(`${stx}: the way back answered ${arrival.status}`)
  if (arrival.outcome !== "failed" && arrival.outcome !== "aborted") return
  const { status } = await shop.sandbox.read(stx)
  if (MONEY.has(status)) diary.violation(`${stx}: told ${arrival.outcome} although it is ${status}`)
}

async function complete({ shop, diary }: Actor, cartId: string): Promise<void> {
  const { status } = await completeCart(shop, cartId)
  diary.count(`storefront completes: ${status}`)
}
