import { z } from "zod"

import { reservedFor, unpaidOf } from "../support/order-first"
import {
  cartOrdersOf,
  orderOf,
  pass,
  paymentsOf,
  rowsOf,
  vendorAt,
  type Change,
  type Play,
  type Row,
  type Vendor,
} from "./play"
import { Violation } from "./violation"

const orderSchema = z.object({
  id: z.string(),
  status: z.string(),
  payment_status: z.string(),
  total: z.number(),
  summary: z.looseObject({ pending_difference: z.number() }),
})

type Order = z.infer<typeof orderSchema>

const reply = z.object({ order: orderSchema })

async function readOrder(play: Play): Promise<Order | undefined> {
  const id = await orderOf(play)
  if (!id) return undefined
  const path = `/admin/orders/${id}?fields=id,status,payment_status,total,summary.*`
  return (await play.shop.admin.ok(reply, path)).order
}

const minor = (major: number) => Math.round(major * 100)

/** What holds at every moment, whatever is under way. */
export async function checkAlways(play: Play): Promise<void> {
  const orders = await cartOrdersOf(play)
  if (orders.length > 1) throw new Violation("one order", `the cart has ${orders.length}`)
  for (const payment of await paymentsOf(play)) {
    const { captured, refunded } = payment
    if (refunded > captured) {
      throw new Violation("refunds", `${refunded} of ${captured} are refunded in Medusa`)
    }
  }
}

/** Calm, and hours in which the schedule looks at everything; days where an order may wait for its payment. */
export async function settleDown(play: Play): Promise<void> {
  await play.shop.sandbox.calm()
  if (play.orderFirst) await pass(play, ORDER_FIRST_HOURS)
  for (let nth = 0; nth < 4; nth += 1) {
    await play.shop.db.rows(
      z.unknown(),
      "UPDATE secuconnect_checkout SET due_at = now() + interval '999 days' WHERE id > $1 AND creation = 'open'",
      [play.sinceId],
    )
    await pass(play, 1)
  }
}

/** The setting's default. */
const ORDER_FIRST_HOURS = 72

interface Known extends Row {
  vendor: Vendor
}

type Payment = Awaited<ReturnType<typeof paymentsOf>>[number]

/** A play as it has ended. */
interface End {
  play: Play
  order: Order | undefined
  rows: Known[]
  payments: Payment[]
}

const isTold = ({ attention, orphan_resolution, vendor }: Known) =>
  attention !== null || orphan_resolution !== null || vendor.disputed

/** What must hold once all is calm and everything was looked at. */
export async function checkAtTheEnd(play: Play): Promise<void> {
  await checkAlways(play)
  const rows: Known[] = []
  for (const row of await rowsOf(play)) {
    rows.push({ ...row, vendor: await vendorAt(play, row.stx_id) })
  }
  const order = await readOrder(play)
  const end: End = { play, order, rows, payments: await paymentsOf(play) }
  for (const row of rows) if (!isTold(row)) checkCheckout(end, row)
  if (order) await checkOrder(end, order)
}

/** What secuconnect has of a checkout is what Medusa has of it, and an order that is alive wants it. */
function checkCheckout({ order, payments }: End, { id, vendor, reference }: Known): void {
  const payment = payments.find(({ checkout_id, canceled }) => checkout_id === id && !canceled)
  const holds = payment ? payment.captured - payment.refunded : 0
  if (vendor.taken !== holds) {
    throw new Violation("books", `${reference}: ${holds} in Medusa, ${vendor.taken} at secuconnect`)
  }
  if (vendor.taken + vendor.promised === 0) return
  const what = `${reference}: ${JSON.stringify(vendor)}, not told`
  if (!order) throw new Violation("no order", what)
  if (order.status === "canceled") throw new Violation("cancelled order", what)
}

async function checkOrder({ play, rows, payments }: End, order: Order): Promise<void> {
  const booked = await transactionsOf(play, order.id)
  const held = payments.reduce((sum, { captured, refunded }) => sum + captured - refunded, 0)
  if (isApart(play, booked, held)) {
    throw new Violation("transactions", `${booked} on the order, ${held} in its payments`)
  }
  await checkStock(play, order)
  if (rows.some(isTold) || order.status === "canceled") return
  const promised = promisedFor(rows)
  if (held + promised === 0 && (await saysWhyUnpaid(play, order.id))) return
  checkDifference(play, order, held)
  checkWorth(play, order, { held, promised })
}

/** A sum of fractions that is rounded once can be a cent away from one whose parts are. */
const isApart = ({ fractions }: Play, one: number, other: number) =>
  Math.abs(one - other) > (fractions ? 1 : 0)

/** Of several transfers that an order waits for each may be the one that comes. */
function promisedFor(rows: Known[]): number {
  const awaited = rows.map(({ vendor }) => vendor.awaited)
  const authorized = rows.reduce((sum, { vendor }) => sum + vendor.promised - vendor.awaited, 0)
  return authorized + Math.max(0, ...awaited)
}

/** What comes back with these counts in the difference before it counts in the total. */
const RETURNS: readonly Change[] = ["return", "exchange", "claim"]

function checkDifference(play: Play, { total, summary }: Order, held: number): void {
  if (RETURNS.some((name) => play.changes.has(name))) return
  const owed = minor(total) - held
  const pending = minor(summary.pending_difference)
  if (isApart(play, pending, owed))
    throw new Violation("difference", `${pending} pending, ${owed} owed`)
}

const COST_NOTHING: readonly Change[] = ["edit begun", "transfer"]

/** What an untouched order costs is what was paid or promised for it, to the cent. */
function checkWorth(
  play: Play,
  { total, payment_status }: Order,
  { held, promised }: { held: number; promised: number },
): void {
  const owed = minor(total) - held
  const what = `total ${minor(total)}, held ${held}, promised ${promised}, "${payment_status}"`
  const { changes } = play
  const isTouched = [...changes].some((name) => !COST_NOTHING.includes(name))
  if (!isTouched && isApart(play, owed, promised))
    throw new Violation("worth", `${what}, nobody is told`)
  const isTooMuch = promised > Math.max(owed, 0) && isApart(play, promised, Math.max(owed, 0))
  if (!changes.has("edit down") && isTooMuch) {
    throw new Violation("promises", `${what}, nobody is told`)
  }
}

/** Nobody else could buy what is kept for a cancelled order. */
async function checkStock({ shop }: Play, { id, status }: Order): Promise<void> {
  const kept = status === "canceled" ? await reservedFor(shop, id) : 0
  if (kept > 0) throw new Violation("stock", `${kept} are reserved for a cancelled order`)
}

/** Order first: what could not be cancelled in time is kept, and its card says why. */
async function saysWhyUnpaid({ shop }: Play, orderId: string): Promise<boolean> {
  const unpaid = await unpaidOf(shop, orderId)
  return unpaid?.is_due === true && unpaid.problem !== null
}

async function transactionsOf({ shop }: Play, orderId: string): Promise<number> {
  const sql = `SELECT coalesce(round(sum(amount) * 100), 0)::int AS n FROM order_transaction
    WHERE order_id = $1 AND deleted_at IS NULL`
  const [row] = await shop.db.rows(z.object({ n: z.number() }), sql, [orderId])
  return row?.n ?? 0
}
