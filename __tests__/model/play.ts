import { z } from "zod"

import { tick, tickUnpaid } from "../support/carts/tick"
import type { SandboxTransaction } from "../support/sandbox-control"
import type { Shop } from "../support/shop"

/** A payment that somebody has started, and the way back from its page once that was left. */
export interface Started {
  stx: string
  sessionId: string
  way?: string
}

/** What merchants do to an order that changes what it costs; begun ones stay open. */
export type Change =
  | "edit begun"
  | "edit up"
  | "edit down"
  | "return"
  | "exchange"
  | "claim"
  | "link"
  | "draft"
  | "transfer"

/** One cart, what becomes of it, and what was done so far. */
export interface Play {
  shop: Shop
  cartId: string
  collectionId: string
  /** Checkouts of earlier plays have smaller ids. */
  sinceId: string
  /** An order that a merchant wrote for a customer, where there is one; else the cart's is meant. */
  draftOrderId?: string
  started: Started[]
  /** Whether carts are ordered before they are paid, as long as nobody switches that off. */
  orderFirst: boolean
  /** Ids of sessions on which the cart may be ordered before it is paid, the newest last. */
  firsts: string[]
  /** Addresses of the payment pages of its order, the newest last. */
  pages: string[]
  changes: Set<Change>
  /** Whether a fault may still be in force: an answer then need not say what has happened. */
  disturbed: boolean
  /** Whether several things happen at this moment. */
  crowded: boolean
  /** Whether Medusa was asked for a fraction of a cent, as for one of three articles with a discount. */
  fractions: boolean
}

const rowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  stx_id: z.string(),
  cart_id: z.string().nullable(),
  order_id: z.string().nullable(),
  payment_session_id: z.string(),
  attention: z.string().nullable(),
  orphan_resolution: z.string().nullable(),
  dispute: z.string().nullable(),
  superseded_by: z.string().nullable(),
})

/** What the ledger shows people of a checkout. */
export type Row = z.infer<typeof rowSchema>

export const rowsOf = ({ shop, sinceId }: Play): Promise<Row[]> =>
  shop.db.rows(
    rowSchema,
    "SELECT * FROM secuconnect_checkout WHERE id > $1 AND stx_id IS NOT NULL ORDER BY id",
    [sinceId],
  )

const TAKEN = new Set(["ok", "received", "shipped", "collection", "collected"])
const PROMISED = new Set(["approved", "pending"])
const ALIVE = new Set([
  "authorized",
  "waiting_for_transfer",
  "risk_check",
  "accepted",
  "waiting_for_shipment",
  "invoice_open",
  "paid",
  "issue_resolved",
])

/** Where the money of a Smart Transaction is, in minor units, by the sandbox's own books. */
export interface Vendor {
  /** What the merchant has of it now. */
  taken: number
  /** What was agreed and not taken yet. */
  promised: number
  /** Of that, what may come and cannot be taken: a transfer, or what is still checked. */
  awaited: number
  disputed: boolean
}

export function vendorOf({ status, payments, sum }: SandboxTransaction): Vendor {
  const first = payments.filter(({ refund_of }) => refund_of === null)
  const alive = first.filter(({ state }) => ALIVE.has(state))
  const taken = TAKEN.has(status)
    ? first.reduce((total, { effective_amount }) => total + effective_amount, 0)
    : 0
  const promised = PROMISED.has(status) && alive.length > 0 ? sum : 0
  const awaited = status === "pending" ? promised : 0
  return { taken, promised, awaited, disputed: first.some(({ state }) => state === "issue") }
}

export const vendorAt = async ({ shop }: Play, stx: string): Promise<Vendor> =>
  vendorOf(await shop.sandbox.read(stx))

/** Everything that secuconnect has taken of this play's payments, minor units. */
export async function takenOf(play: Play): Promise<number> {
  let total = 0
  for (const { stx_id } of await rowsOf(play)) total += (await vendorAt(play, stx_id)).taken
  return total
}

const idRow = z.object({ id: z.string() })

/** Orders of the cart; there must never be two. */
export async function cartOrdersOf({ shop, cartId }: Play): Promise<string[]> {
  const sql = "SELECT order_id AS id FROM order_cart WHERE cart_id = $1 AND deleted_at IS NULL"
  return (await shop.db.rows(idRow, sql, [cartId])).map(({ id }) => id)
}

/** The order that the play is about. */
export async function orderOf(play: Play): Promise<string | undefined> {
  return play.draftOrderId ?? (await cartOrdersOf(play))[0]
}

const paymentRow = z.object({
  id: z.string(),
  checkout_id: z.string().nullable(),
  canceled: z.boolean(),
  captured: z.number(),
  refunded: z.number(),
  /** The same in thousandths of the major unit: Medusa keeps amounts unrounded. */
  captured_mills: z.number(),
  refunded_mills: z.number(),
  collection_id: z.string(),
})

const BOOKED = (table: string, parts = 100) =>
  `(SELECT coalesce(round(sum(x.amount) * ${parts}), 0)::int
  FROM ${table} x WHERE x.payment_id = p.id AND x.deleted_at IS NULL)`

/** Medusa's payments of the play's checkouts, minor units. */
export async function paymentsOf(play: Play) {
  const ids = (await rowsOf(play)).map(({ payment_session_id }) => payment_session_id)
  const sql = `SELECT p.id, p.data->>'checkout_id' AS checkout_id, p.canceled_at IS NOT NULL AS canceled,
    p.payment_collection_id AS collection_id,
    ${BOOKED("capture")} AS captured, ${BOOKED("refund")} AS refunded,
    ${BOOKED("capture", 1_000)} AS captured_mills, ${BOOKED("refund", 1_000)} AS refunded_mills
    FROM payment p WHERE p.deleted_at IS NULL AND p.payment_session_id = ANY($1) ORDER BY p.id`
  return await play.shop.db.rows(paymentRow, sql, [ids])
}

/** Hours pass for everything that belongs to the play; then the schedule runs. */
export async function pass(play: Play, hours: number): Promise<void> {
  const { shop, sinceId } = play
  const back = `- interval '${hours} hours'`
  const columns = await timeColumns(shop)
  const set = columns.map((name) => `${name} = ${name} ${back}`).join(", ")
  await shop.db.rows(z.unknown(), `UPDATE secuconnect_checkout SET ${set} WHERE id > $1`, [sinceId])
  await shop.db.rows(
    z.unknown(),
    `UPDATE secuconnect_money_request SET created_at = created_at ${back} WHERE checkout_id > $1`,
    [sinceId],
  )
  const sessions = `SELECT payment_session_id FROM secuconnect_checkout WHERE id > $1`
  for (const table of ["capture", "refund"]) {
    const sql = `UPDATE ${table} SET created_at = created_at ${back} WHERE payment_id IN
      (SELECT id FROM payment WHERE payment_session_id IN (${sessions}))`
    await shop.db.rows(z.unknown(), sql, [sinceId])
  }
  const sql = `UPDATE order_transaction SET created_at = created_at ${back} WHERE order_id = $1`
  await shop.db.rows(z.unknown(), sql, [(await orderOf(play)) ?? ""])
  const unpaid = ["created_at", "placed_at", "due_at"].map((name) => `${name} = ${name} ${back}`)
  const ofCart = `UPDATE secuconnect_unpaid_order SET ${unpaid.join(", ")} WHERE cart_id = $1`
  await shop.db.rows(z.unknown(), ofCart, [play.cartId])
  await runSchedule(play)
}

/** The clock stands while a play is on; here it ticks once. Two ticks come one after the other. */
export function runSchedule({ shop }: Play): Promise<void> {
  const tickBoth = async () => {
    await tick(shop)
    await tickUnpaid(shop, () => Promise.resolve())
  }
  lastTick = lastTick.catch(() => undefined).then(tickBoth)
  return lastTick
}

let lastTick: Promise<void> = Promise.resolve()

const NEVER_SHIFTED = ["updated_at", "deleted_at"]

async function timeColumns({ db }: Shop): Promise<string[]> {
  const sql = `SELECT column_name AS id FROM information_schema.columns
    WHERE table_name = 'secuconnect_checkout' AND data_type LIKE 'timestamp%'`
  const rows = await db.rows(idRow, sql)
  return rows.map(({ id }) => id).filter((name) => !NEVER_SHIFTED.includes(name))
}
