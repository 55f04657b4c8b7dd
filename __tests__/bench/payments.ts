import { z } from "zod"
import { startShop, type Shop } from "../support/shop"
import {
  askForSession,
  completeCart,
  fillCart,
  openCollection,
  payAt,
  PROVIDER,
} from "../support/shopper"
import type { DatabaseServer } from "../support/database-server"
import { timed, type Series } from "./stats"

export const SYSTEM = "pp_system_default"

/** One provider's times. */
export interface Times {
  session: Series
  completion: Series
  capture: Series
}

export interface Bench {
  ours: Times
  system: Times
}

export interface BenchWish {
  rounds: number
  capture: "automatic" | "manual"
  /** Milliseconds that every answer of the sandbox takes while a session is started. */
  latency: number
  /** For whoever watches. */
  tell: (progress: string) => void
}

const WARM_UP = 15

/** A store with both providers in one region, and goods enough for every round. */
export async function openBench(
  server: DatabaseServer,
  capture: BenchWish["capture"],
): Promise<Shop> {
  const shop = await startShop({ server, options: { capture }, sandbox: { pushes: false } })
  const nothing = z.unknown()
  const goods = `{"value": "1000000", "precision": 20}`
  await shop.db.rows(
    nothing,
    "update inventory_level set stocked_quantity = 1000000, raw_stocked_quantity = $1::jsonb",
    [goods],
  )
  const body = { payment_providers: [PROVIDER, SYSTEM] }
  await shop.admin.ok(nothing, `/admin/regions/${shop.seeded.region_id}`, { body })
  return shop
}

/** Both providers in turn, so that whatever else the machine does hits both. */
export async function measure(shop: Shop, wish: BenchWish): Promise<Bench> {
  const ours = newTimes("secuconnect")
  const system = newTimes("pp_system_default")
  const warming = { ours: newTimes(""), system: newTimes("") }
  for (let round = -WARM_UP; round < wish.rounds; round++) {
    const into = round < 0 ? warming : { ours, system }
    await playRound(shop, { provider: PROVIDER, times: into.ours, wish })
    await playRound(shop, { provider: SYSTEM, times: into.system, wish })
    tellProgress(wish, round + 1)
  }
  return { ours, system }
}

const TOLD_EVERY = 50

function tellProgress({ tell, rounds }: BenchWish, done: number): void {
  if (done > 0 && (done % TOLD_EVERY === 0 || done === rounds)) {
    tell(`${done} of ${rounds} rounds`)
  }
}

interface Round {
  provider: string
  times: Times
  wish: BenchWish
}

async function playRound(shop: Shop, { provider, times, wish }: Round): Promise<void> {
  const cartId = await fillCart(shop)
  const collection = await openCollection(shop, cartId)
  await shop.sandbox.set({ latency_ms: wish.latency })
  const started = await timed(times.session, () => askForSession(shop, collection, { provider }))
  await shop.sandbox.set({ latency_ms: 0 })
  if (wish.latency > 0) return
  if (provider === PROVIDER) await payAt(shop, { stx: stxOf(started.body) })
  const completed = await timed(times.completion, () => completeCart(shop, cartId))
  await capture(shop, { times, orderId: orderOf(completed.body) })
}

const startedReply = z.object({
  payment_collection: z.object({
    payment_sessions: z.array(z.object({ data: z.looseObject({ stx_id: z.string() }) })).min(1),
  }),
})

function stxOf(body: unknown): string {
  const [session] = startedReply.parse(body).payment_collection.payment_sessions
  return session?.data.stx_id ?? ""
}

const orderReply = z.object({ type: z.literal("order"), order: z.object({ id: z.string() }) })

function orderOf(body: unknown): string {
  return orderReply.parse(body).order.id
}

const paymentsReply = z.object({
  order: z.object({
    payment_collections: z.array(
      z.object({
        payments: z.array(z.object({ id: z.string(), captured_at: z.string().nullable() })),
      }),
    ),
  }),
})

/** Captures from the admin what the completion has not captured. */
async function capture(shop: Shop, { times, orderId }: { times: Times; orderId: string }) {
  const path = `/admin/orders/${orderId}?fields=payment_collections.payments.*`
  const { order } = await shop.admin.ok(paymentsReply, path)
  const [payment] = order.payment_collections.flatMap(({ payments }) => payments)
  if (!payment || payment.captured_at) return
  await timed(times.capture, () =>
    shop.admin.ok(z.unknown(), `/admin/payments/${payment.id}/capture`, { body: {} }),
  )
}

function newTimes(name: string): Times {
  return {
    session: { name: `${name}: start a session`, samples: [] },
    completion: { name: `${name}: complete the cart`, samples: [] },
    capture: { name: `${name}: capture from the admin`, samples: [] },
  }
}
