import { z } from "zod"

import { readBooks, type Books } from "../support/books"
import { tick } from "../support/carts/tick"
import { buy, createMerchant, effectiveAmount, type Paid } from "../support/money"
import { prepareShop, type PreparedShop } from "../support/shop"
import { comeBack, fillCart, goToCheckout, payAt, startPayment } from "../support/shopper"
import { until } from "../support/until"
import { createGates, type WriteGate } from "../support/write-gates"
import { CRASH_POINTS, type CrashPoint, type Flow } from "../soak/crash-points"
import { brokenLaws, runAudit, type AuditRun } from "../soak/run-audit"

const REFUND = 10

let shop: PreparedShop
let audit: AuditRun
const results = new Map<CrashPoint, Result>()

/** Somebody who will be in the middle of something when the store dies. */
interface Case {
  point: CrashPoint
  cartId: string
  stx: string | null
  /** Starts what will not end. */
  begin: () => Promise<unknown>
}

interface Result {
  books: Books
  effective: number | null
}

async function prepareCase(point: CrashPoint): Promise<Case> {
  if (point.flow === "initiate") {
    const cartId = await fillCart(shop)
    return { point, cartId, stx: null, begin: () => startPayment(shop, cartId) }
  }
  if (point.flow === "complete" || point.flow === "authorize") {
    const payment = await goToCheckout(shop)
    const method = point.flow === "complete" ? "giropay" : "creditcard"
    const way = await payAt(shop, payment, { method })
    return { point, cartId: payment.cartId, stx: payment.stx, begin: () => comeBack(way) }
  }
  return await prepareOrder(point)
}

async function prepareOrder(point: CrashPoint): Promise<Case> {
  const merchant = createMerchant(shop)
  const order: Paid = await buy(shop, { method: "creditcard" })
  if (point.flow === "refund") await merchant.capture(order)
  const begin = () =>
    point.flow === "refund" ? merchant.refund(order, REFUND) : merchant.capture(order)
  return { point, cartId: order.cartId, stx: order.stx, begin }
}

const pointsOf = (flow: Flow) => CRASH_POINTS.filter((point) => point.flow === flow)

/**
 * What one crash each ends. A process runs six checks at once for people who wait, and one that is
 * held keeps its place: no more than that of each flow, and what is listed first must not pass the
 * gates of what is listed last.
 */
const CRASHES: CrashPoint[][] = [
  [...pointsOf("initiate"), ...pointsOf("authorize")],
  pointsOf("complete").slice(0, 5),
  pointsOf("complete").slice(5),
  pointsOf("capture"),
  pointsOf("refund"),
]

/** All cases are held at once, the latest point first, and one SIGKILL ends them. */
async function crash(points: CrashPoint[]): Promise<Case[]> {
  const cases: Case[] = []
  for (const point of points) cases.push(await prepareCase(point))
  const gates = await gatesFor(points)
  const held = new Map(points.map((point, nth) => [point, gates[nth]]))
  for (const one of [...cases].reverse()) await hold(one, held.get(one.point))
  await shop.kill()
  for (const [point, gate] of held) {
    if (gate && "fate" in point.place) await gate.open(point.place.fate)
  }
  await shop.sandbox.calm()
  await shop.restart()
  return cases
}

async function gatesFor(points: CrashPoint[]): Promise<(WriteGate | undefined)[]> {
  const gates: (WriteGate | undefined)[] = []
  for (const { place } of points) {
    gates.push("gate" in place ? (await createGates(shop.db, [place.gate]))[0] : undefined)
  }
  return gates
}

async function hold({ point, stx, begin }: Case, gate: WriteGate | undefined): Promise<void> {
  if (gate) await gate.close()
  else if ("hold" in point.place) await holdAnswer(point.place.hold, stx)
  void begin().catch(() => undefined)
  await (gate ? gate.somebodyWaits() : answerIsHeld())
}

async function holdAnswer(where: { method?: string; path: string }, stx: string | null) {
  const path = point(where.path, stx)
  await shop.sandbox.forgetRequests()
  await shop.sandbox.disturb({ ...where, path, fault: "hold", times: 1 })
}

/** Only this case's transaction, where the path can name it. */
const point = (path: string, stx: string | null) => (path.endsWith("/") ? path + (stx ?? "") : path)

async function answerIsHeld(): Promise<void> {
  const isHeld = async () =>
    (await shop.sandbox.requests()).find(({ fault, status }) => fault === "hold" && status === null)
  await until("the held answer", isHeld)
}

/** The shopper comes again and pays; of some who have paid already a push tells, of the others the clock. */
async function goOn({ point, cartId, stx }: Case): Promise<void> {
  if (point.flow === "initiate") {
    const payment = await startPayment(shop, cartId)
    await comeBack(await payAt(shop, payment, { method: "giropay" }))
  }
  const isTold = CRASH_POINTS.indexOf(point) % 2 === 0
  const isBack = point.flow === "complete" || point.flow === "authorize"
  if (isBack && stx && isTold) await shop.sandbox.push(stx)
}

/** Only what was due within the hour is looked at; nobody wakes anything up. */
async function letAnHourPass(): Promise<void> {
  for (const table of ["capture", "refund", "secuconnect_money_request"]) {
    await shop.db.run(`UPDATE "${table}" SET created_at = created_at - interval '1 hour'`)
  }
  await shop.db.run("UPDATE payment_session SET authorized_at = authorized_at - interval '1 hour'")
  await shop.db.run("UPDATE secuconnect_checkout SET due_at = due_at - interval '1 hour'")
  await tick(shop)
}

const newest = z.object({ stx_id: z.string() })

async function look({ cartId, stx }: Case): Promise<Result> {
  const sql = `SELECT stx_id FROM secuconnect_checkout WHERE cart_id = $1 AND order_id IS NOT NULL`
  const [row] = stx ? [{ stx_id: stx }] : await shop.db.rows(newest, sql, [cartId])
  const effective = row ? await effectiveAmount(shop, { stx: row.stx_id }) : null
  return { books: await readBooks(shop, cartId), effective }
}

const sum = (amounts: number[]) =>
  Math.round(amounts.reduce((total, amount) => total + amount, 0) * 100)

beforeAll(async () => {
  shop = await prepareShop({
    clock: "stands",
    options: { capture: "manual", timeoutMs: 60_000 },
    sandbox: { pushes: false },
  })
  await shop.process.start()
  const cases: Case[] = []
  for (const points of CRASHES) cases.push(...(await crash(points)))
  for (const one of cases) await goOn(one)
  for (let hours = 0; hours < 3; hours += 1) await letAnHourPass()
  for (const one of cases) results.set(one.point, await look(one))
  audit = await runAudit(shop.command.env, "from=2020-01-01", "to=2100-01-01")
  process.stderr.write(table())
}, 1_800_000)

afterAll(() => shop.stop())

/** What the books say in the end, one line per point. */
function table(): string {
  const lines = CRASH_POINTS.map((point) => {
    const { books, effective } = results.get(point) ?? {}
    const booked = books ? `${sum(books.captures)} - ${sum(books.refunds)}` : "?"
    const end = `orders ${books?.orders ?? "?"}, ${booked}, transactions ${sum(books?.transactions ?? [])}, at secuconnect ${effective ?? "-"}`
    return `${point.flow.padEnd(9)} ${point.at.padEnd(46)} ${end}`
  })
  return `${lines.join("\n")}\n${audit.text}`
}

/** What is only promised when the store dies. */
const PROMISED: ReadonlySet<Flow> = new Set(["authorize", "capture"])

describe("the store is killed", () => {
  it.each(CRASH_POINTS.map((point) => ({ ...point, point })))(
    "$flow: $at, and the books are right afterwards",
    ({ point, flow }) => {
      const { books, effective } = results.get(point) ?? {}
      if (!books) throw new Error("The point was not reached.")
      expect(books.orders).toBe(1)
      expect(books.captures.length).toBeLessThanOrEqual(1)
      expect(books.refunds.length).toBeLessThanOrEqual(1)
      if (!PROMISED.has(flow)) expect(books.captures).toHaveLength(1)
      const booked = sum(books.captures) - sum(books.refunds)
      const isTaken = books.captures.length > 0
      const money = PROMISED.has(flow) && !isTaken ? 0 : effective
      const refunded = books.refunds.length > 0 ? "partially_refunded" : "captured"
      expect(books.payment_status).toBe(isTaken ? refunded : "authorized")
      expect(booked).toBe(money)
      expect(sum(books.transactions)).toBe(booked)
    },
  )

  it("and the audit finds no law broken, whatever has died where", () => {
    expect(brokenLaws(audit)).toEqual([])
  })
})
