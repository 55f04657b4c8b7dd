import { z } from "zod"

import { readBooks } from "../support/books"
import { buy, createMerchant, effectiveAmount, type Paid } from "../support/money"
import type { JournalEntry, Method } from "../support/sandbox-control"
import { startShop, type Shop } from "../support/shop"
import { PEN } from "../support/shopper"
import { until } from "../support/until"

const TOTAL = 3190

/** What the merchant does, and what must come of it. Minor units. */
interface Step {
  state: string
  asked: string
  /** HTTP status that the admin gets; left out where Medusa answers without asking the provider. */
  answer?: number
  /** What moves money at secuconnect. */
  calls: string[]
  /** What Medusa shows. */
  captured: number
  refunded: number
  /** What is left at secuconnect; nothing is asked after while no money is in. */
  left?: number
  /** The ledger's request, if one was made. */
  ledger?: string
}

/** From the promise to the last cent. */
const PROMISED: Step[] = [
  { state: "authorised", asked: "capture 1000", answer: 400, calls: [], captured: 0, refunded: 0 },
  { state: "authorised", asked: "refund 1000", answer: 400, calls: [], captured: 0, refunded: 0 },
  {
    state: "authorised",
    asked: "capture",
    answer: 200,
    calls: ["start"],
    captured: TOTAL,
    refunded: 0,
    left: TOTAL,
    ledger: "capture 3190 done",
  },
]

const given = { captured: TOTAL, answer: 200 }
const TAKEN: Step[] = [
  { state: "accepted", asked: "capture", calls: [], captured: TOTAL, refunded: 0, left: TOTAL },
  refundStep("accepted", 500, 500),
  refundStep("partly refunded", 500, 1000),
  refundStep("partly refunded", 190, 1190),
  {
    state: "partly refunded",
    asked: "refund 3190",
    answer: 400,
    calls: [],
    captured: TOTAL,
    refunded: 1190,
    left: 2000,
  },
  refundStep("partly refunded", 2000, TOTAL),
  {
    state: "fully refunded",
    asked: "refund 100",
    answer: 400,
    calls: [],
    captured: TOTAL,
    refunded: TOTAL,
    left: 0,
  },
  {
    ...given,
    state: "fully refunded",
    asked: "cancel",
    calls: [],
    refunded: TOTAL,
    left: 0,
  },
]

function refundStep(state: string, amount: number, refunded: number): Step {
  const words = `refund ${String(amount)}`
  const ledger = `${words} done`
  return { ...given, state, asked: words, calls: [words], refunded, left: TOTAL - refunded, ledger }
}

const cancelTaken = (refunded: number): Step => {
  const words = `refund ${String(TOTAL - refunded)}`
  const state = refunded === 0 ? "accepted" : "partly refunded"
  return {
    ...given,
    state,
    asked: "cancel",
    calls: [words],
    refunded: TOTAL,
    left: 0,
    ledger: `${words} done`,
  }
}

const CANCELLED: Step[] = [
  {
    state: "authorised",
    asked: "cancel",
    answer: 200,
    calls: ["cancel"],
    captured: 0,
    refunded: 0,
    ledger: "cancel 3190 done",
  },
  { state: "cancelled", asked: "capture", answer: 400, calls: [], captured: 0, refunded: 0 },
  { state: "cancelled", asked: "refund 1000", answer: 400, calls: [], captured: 0, refunded: 0 },
]

const CAPTURE = PROMISED.slice(-1)
const WALKS: { walk: string; steps: Step[] }[] = [
  { walk: "taken and given back", steps: [...PROMISED, ...TAKEN] },
  { walk: "cancelled before it is taken", steps: CANCELLED },
  { walk: "cancelled after it is taken", steps: [...CAPTURE, cancelTaken(0)] },
  {
    walk: "cancelled after a part was given back",
    steps: [...CAPTURE, refundStep("accepted", 1000, 1000), cancelTaken(1000)],
  },
]
/** easyCredit takes no less than 200 €: its baskets, and with them all amounts, are ten times as big. */
const METHODS: { method: Method; times: number }[] = [
  { method: "creditcard", times: 1 },
  { method: "debit", times: 1 },
  { method: "invoice", times: 1 },
  { method: "paypal", times: 1 },
  { method: "easycredit", times: 10 },
]

let shop: Shop
let merchant: ReturnType<typeof createMerchant>
const table: string[] = []

beforeAll(async () => {
  shop = await startShop({
    clock: "stands",
    options: { capture: "manual" },
    sandbox: { pushes: false },
  })
  merchant = createMerchant(shop)
})

afterAll(async () => {
  process.stderr.write(`${table.join("\n")}\n`)
  await shop.stop()
})

describe.each(METHODS)("$method", ({ method, times }) => {
  it.each(WALKS)("$walk", async ({ steps }) => {
    const order = await buy(shop, { method, items: { [PEN]: 2 * times } })
    await walk(
      method,
      order,
      steps.map((step) => enlarge(step, times)),
    )
  })
})

function enlarge(step: Step, times: number): Step {
  const bigger = (words: string) =>
    words.replace(/\d+/g, (amount) => String(Number(amount) * times))
  return {
    ...step,
    asked: bigger(step.asked),
    calls: step.calls.map(bigger),
    captured: step.captured * times,
    refunded: step.refunded * times,
    ...(step.left === undefined ? {} : { left: step.left * times }),
    ...(step.ledger === undefined ? {} : { ledger: bigger(step.ledger) }),
  }
}

describe("prepaid", () => {
  it("waiting: a cancelled order cancels the transfer", async () => {
    const order = await buy(shop, { method: "prepaid" })
    expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
    await until("the cancellation", async () => {
      const { status } = await shop.sandbox.read(order.stx)
      return status === "cancelled" ? status : undefined
    })
    expect(await readBooks(shop, order.cartId)).toMatchObject({ captures: [], refunds: [] })
  })

  it("paid, and given back", async () => {
    await walk("prepaid", await paidByTransfer(), TAKEN)
  })

  it("paid, and cancelled", async () => {
    await walk("prepaid", await paidByTransfer(), [cancelTaken(0)])
  })
})

const PAYMENT = `SELECT p.id FROM payment p
  JOIN cart_payment_collection c ON c.payment_collection_id = p.payment_collection_id
  WHERE c.cart_id = $1 AND p.deleted_at IS NULL`

/** The transfer has come and is booked. */
async function paidByTransfer(): Promise<Paid> {
  const order = await buy(shop, { method: "prepaid" })
  await shop.sandbox.happen(order.stx, "money_arrived")
  expect(await shop.sandbox.push(order.stx)).toEqual([200])
  const [row] = await shop.db.rows(z.object({ id: z.string() }), PAYMENT, [order.cartId])
  return { ...order, paymentId: row?.id ?? "" }
}

async function walk(method: string, order: Paid, steps: Step[]): Promise<void> {
  for (const step of steps) {
    await shop.sandbox.forgetRequests()
    const before = await requestsOf(order)
    const { status } = await ask(order, step.asked)
    const found = { ...step, ...(await look(order, step, before)) }
    if (step.answer !== undefined) found.answer = status
    table.push(line(method, found, status))
    expect(found).toEqual(step)
  }
}

function ask(order: Paid, asked: string) {
  const [what, cents] = asked.split(" ")
  const amount = cents === undefined ? undefined : Number(cents) / 100
  if (what === "cancel") return merchant.cancel(order)
  return what === "capture" ? merchant.capture(order, amount) : merchant.refund(order, amount ?? 0)
}

async function look(order: Paid, { left }: Step, before: string[]) {
  const { captures, refunds } = await readBooks(shop, order.cartId)
  const fresh = (await requestsOf(order)).slice(before.length)
  const calls = (await shop.sandbox.requests()).flatMap(moved)
  return {
    calls,
    captured: cents(captures),
    refunded: cents(refunds),
    ...(left === undefined ? {} : { left: await effectiveAmount(shop, order) }),
    ...(fresh.length > 0 ? { ledger: fresh.join(", ") } : {}),
  }
}

const cents = (amounts: number[]) =>
  amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0)

const body = z.object({ reduce_amount_by: z.number() })

function moved({ method, path, body: sent }: JournalEntry): string[] {
  if (method !== "POST" || !/\/(start|cancel)$/.test(path)) return []
  if (path.includes("/Smart/")) return [path.split("/").at(-1) ?? ""]
  const parsed = body.safeParse(sent)
  return [`refund ${parsed.success ? String(parsed.data.reduce_amount_by) : "all"}`]
}

const requestRow = z.object({ kind: z.string(), amount: z.string(), state: z.string() })

/** What the ledger has written down, oldest first. */
async function requestsOf({ stx }: Paid): Promise<string[]> {
  const sql = `SELECT r.kind, r.amount, r.state FROM secuconnect_money_request r
    JOIN secuconnect_checkout c ON c.id = r.checkout_id WHERE c.stx_id = $1 ORDER BY r.created_at`
  const rows = await shop.db.rows(requestRow, sql, [stx])
  return rows.map(({ kind, amount, state }) => `${kind} ${amount} ${state}`)
}

function line(method: string, found: Step, status: number): string {
  const { state, asked, calls, captured, refunded, ledger = "-" } = found
  const columns = [method, state, asked, `HTTP ${String(status)}`, calls.join(", ") || "-"]
  const books = `${String(captured)} captured, ${String(refunded)} refunded`
  return [...columns, books, ledger].join(" | ")
}
