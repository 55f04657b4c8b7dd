import { z } from "zod"

import { makeDue } from "../support/ledger"
import { runWorkflow } from "../support/carts/admin"
import type { Shop } from "../support/shop"
import { catchUp } from "./catch-up"
import { checkBooks, type Sums } from "./check-books"
import { createDice } from "./random"
import { createDiary, type Diary } from "./log"
import { workOnOrder } from "./merchant"
import { runAudit, type AuditRun } from "./run-audit"
import { visitShop } from "./shopper"
import { makeTrouble } from "./trouble"
import { tryTo, type Actor, type World } from "./context"

export interface SoakWish {
  seed: number
  /** The run ends with whichever comes first. */
  minutes: number
  checkouts: number
  /** Shoppers at a time. */
  crowd: number
  /** Whether every second order is worked on from two places at once, say the admin and an ERP. */
  colleagues: boolean
  /** Whether tokens expire and token requests are disturbed, or each lasts its time. */
  tokens: "expire" | "last"
  /** How many of secuconnect's answers come in an odd form, 0 to 1. */
  odd: number
  /** Hears every minute how far it is. */
  tell?: (progress: string) => void
}

export interface SoakReport {
  seed: number
  checkouts: number
  /** Without the catching up. */
  seconds: number
  sums: Sums
  audit: AuditRun
  diary: Diary
}

/** Options of the plugin for a shop that is soaked: an answer that takes four seconds is too late. */
export const soakOptions = (seed: number) => ({
  capture: seed % 2 === 0 ? "manual" : "automatic",
  timeoutMs: 3_000,
})

/**
 * Random shoppers, merchants and troubles for a while; then calm, the clock, and the books.
 *
 * @param env the store's environment, for the audit's own process
 */
export async function soak(
  shop: Shop,
  env: Record<string, string>,
  wish: SoakWish,
): Promise<SoakReport> {
  const world: World = { shop, diary: createDiary() }
  await stockUp(shop)
  const over = new AbortController()
  const actor = (nth: number): Actor => ({ ...world, dice: createDice(wish.seed * 100_003 + nth) })
  const nuisances = [
    makeTrouble(actor(-1), { over: over.signal, tokens: wish.tokens }),
    wakeUp(actor(-2), over.signal),
  ]
  await shop.sandbox.set({ odd_noise: { seed: wish.seed, share: wish.odd } })
  const started = Date.now()
  const checkouts = await letShop(actor, wish, world.diary)
  const seconds = (Date.now() - started) / 1_000
  over.abort()
  await Promise.all(nuisances)
  await shop.sandbox.set({ odd_noise: null })

  await catchUp(shop)
  const audit = await runAudit(env, "from=2020-01-01", "to=2100-01-01")
  const sums = await checkBooks(shop, world.diary)
  return { seed: wish.seed, checkouts, seconds, sums, audit, diary: world.diary }
}

/** @returns how many have been in the shop */
async function letShop(
  actor: (nth: number) => Actor,
  wish: SoakWish,
  { violations }: Diary,
): Promise<number> {
  const end = Date.now() + wish.minutes * 60_000
  let nth = 0
  const oneAfterAnother = async () => {
    while (Date.now() < end && nth < wish.checkouts) {
      nth += 1
      await live(actor(nth), wish)
    }
  }
  const minutely = setInterval(() => {
    wish.tell?.(`${nth} checkouts${violations.map((what) => `\nWRONG  ${what}`).join("")}`)
  }, 60_000)
  await Promise.all(Array.from({ length: wish.crowd }, oneAfterAnother))
  clearInterval(minutely)
  return nth
}

async function live(actor: Actor, wish: SoakWish): Promise<void> {
  try {
    const cartId = await visitShop(actor)
    if (!cartId) return
    const merchants = wish.colleagues ? colleagues(actor) : [actor]
    await Promise.all(merchants.map((one) => workOnOrder(one, cartId)))
  } catch (error) {
    actor.diary.violation(`a story broke off: ${String(error)}`)
  }
}

function colleagues(actor: Actor): Actor[] {
  const other = { ...actor, dice: createDice(actor.dice.below(2 ** 31)) }
  return actor.dice.chance(0.5) ? [actor, other] : [actor]
}

const ANY = `SELECT stx_id FROM secuconnect_checkout
  WHERE stx_id IS NOT NULL AND due_at IS NOT NULL ORDER BY random() LIMIT 10`

/** The clock beside all this, as if hours had passed. */
async function wakeUp(actor: Actor, over: AbortSignal): Promise<void> {
  const { shop } = actor
  while (!over.aborted) {
    const rows = await shop.db.rows(z.object({ stx_id: z.string() }), ANY)
    for (const { stx_id } of rows) await makeDue(shop, { stx: stx_id })
    await tryTo(actor, "schedule", () => runWorkflow(shop, "secuconnect-run-schedule"))
    await new Promise((resolve) => setTimeout(resolve, 1_000 + actor.dice.below(4_000)))
  }
}

/** Enough of everything, but for one article of which there are five. */
async function stockUp({ db }: Shop): Promise<void> {
  const sql = `UPDATE inventory_level l SET stocked_quantity = s.n,
      raw_stocked_quantity = jsonb_build_object('value', s.n::text, 'precision', 20)
    FROM (SELECT id, CASE WHEN sku = 'SEAL-ONE' THEN 5 ELSE 1000000 END AS n FROM inventory_item) s
    WHERE l.inventory_item_id = s.id`
  await db.run(sql)
}
