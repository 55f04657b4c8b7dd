import { z } from "zod"

import { readBooks } from "../support/books"
import { reportsOf, ship } from "../support/deliveries"
import { buy, createMerchant, effectiveAmount, type Paid } from "../support/money"
import { IS_WHOLE_PROOF } from "../support/proof"
import type { JournalEntry, Method } from "../support/sandbox-control"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { PEN } from "../support/shopper"
import { until } from "../support/until"

const TOTAL = 3190

/** What the merchant does, and what must come of it. Minor units. */
interface Step {
  state: string
  asked: string
  /** HTTP status that the admin gets; left out where Medusa answers without asking the provider. */
  answer?: number
  /** What moves money at secuconnect, or tells it of a delivery. */
  calls: string[]
  /** What Medusa shows. */
  captured: number
  refunded: number
  /** What is left at secuconnect; nothing is asked after while no money is in. */
  left?: number
  /** The ledger's request or report, if one was made. */
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

/** An invoice is due when it is delivered; of other payments the tracking is told. */
const shipStep = (kind: "capture" | "shipping_information"): Step => ({
  state: "accepted",
  asked: "ship",
  calls: [kind],
  captured: TOTAL,
  refunded: 0,
  left: TOTAL,
  ledger: `${kind} done`,
})

/** Refunds are after the delivery what they were before it; Medusa cancels no order that was sent. */
function delivered(method: Method): Step[] {
  const told = shipStep(method === "invoice" ? "capture" : "shipping_information")
  const sent = { state: "delivered", asked: "cancel", answer: 400, calls: [] }
  const notCancelled = { ...sent, captured: TOTAL, refunded: 0, left: TOTAL }
  return [told, notCancelled, ...TAKEN.slice(0, -1)]
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
interface Walk {
  walk: string
  steps: (method: Method) => Step[]
}

/** What can be asked of money that is in. */
const AFTERWARDS: Walk[] = [
  { walk: "taken and given back", steps: () => TAKEN },
  { walk: "taken, delivered and given back", steps: delivered },
  { walk: "cancelled after it is taken", steps: () => [cancelTaken(0)] },
  {
    walk: "cancelled after a part was given back",
    steps: () => [refundStep("accepted", 1000, 1000), cancelTaken(1000)],
  },
]

const WALKS: Walk[] = [
  { walk: "cancelled before it is taken", steps: () => CANCELLED },
  { walk: "promised, taken and given back", steps: () => [...PROMISED, ...TAKEN] },
  ...AFTERWARDS.slice(1).map(({ walk, steps }) => ({
    walk,
    steps: (method: Method) => [...CAPTURE, ...steps(method)],
  })),
]
/** Methods of one kind are walked with alike: `npm test` walks one of each kind all the ways. */
const ALIKE: readonly Method[] = ["debit", "paypal", "easycredit", "giropay", "eps"]

/** Of the others it walks the way on which everything is done once; `npm run proof` walks all. */
const walksOf = (method: Method, walks: Walk[]): Walk[] =>
  IS_WHOLE_PROOF || !ALIKE.includes(method) ? walks : walks.slice(-1)

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
  shop = await sharedShop({
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
  it.each(walksOf(method, WALKS))("$walk", async ({ steps }) => {
    const order = await buy(shop, { method, items: { [PEN]: 2 * times } })
    await walk(
      method,
      order,
      steps(method).map((step) => enlarge(step, times)),
    )
  })
})

/** Whatever the setting says: they take the money at once. */
const AT_ONCE: Method[] = ["sofort", "giropay", "eps"]

describe.each(AT_ONCE)("%s", (method) => {
  it.each(walksOf(method, AFTERWARDS))("$walk", async ({ steps }) => {
    await walk(method, await buy(shop, { method }), steps(method))
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

  it.each(AFTERWARDS)("paid, $walk", async ({ steps }) => {
    await walk("prepaid", await paidByTransfer(), steps("prepaid"))
  })
})

describe("an authorisation that was reduced in secuOffice", () => {
  it("is captured, and what is missing is booked as a refund", async () => {
    const order = await buy(shop, { method: "invoice" })
    await shop.sandbox.happen(order.stx, "refund", 500)
    await shop.sandbox.push(order.stx)
    expect(await merchant.capture(order)).toMatchObject({ status: 200 })
    await shop.sandbox.push(order.stx)
    const { captures, refunds, transactions } = await readBooks(shop, order.cartId)
    expect({ captures, refunds, transactions }).toEqual({
      captures: [31.9],
      refunds: [5],
      transactions: [31.9, -5],
    })
    expect(await effectiveAmount(shop, order)).toBe(TOTAL - 500)
  })
})

describe("two refunds at the same moment", () => {
  it.each([1, 2, 3])("one is made, the other told to come again: order %i", async () => {
    const order = await buy(shop, { method: "sofort" })
    // Else one could be done before the other begins.
    await shop.sandbox.disturb({ path: "/cancel$", fault: "hold_before", times: 1 })
    const asked = [merchant.refund(order, 5), merchant.refund(order, 5)]
    await Promise.race(asked)
    await shop.sandbox.calm()
    const answers = await Promise.all(asked)
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    const told: unknown = expect.stringContaining("another refund of this payment is being sent")
    expect(answers.find(({ status }) => status === 400)?.body).toMatchObject({ message: told })
    const { refunds, transactions } = await readBooks(shop, order.cartId)
    expect({ refunds, transactions }).toEqual({ refunds: [5], transactions: [31.9, -5] })
    expect(await effectiveAmount(shop, order)).toBe(TOTAL - 500)
    expect(await merchant.refund(order, 5)).toMatchObject({ status: 200 })
    expect(await effectiveAmount(shop, order)).toBe(TOTAL - 1000)
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
    const before = await writtenOf(order)
    const { status } = await ask(order, step.asked)
    const found = { ...step, ...(await look(order, step, before)) }
    if (step.answer !== undefined) found.answer = status
    table.push(line(method, found, status))
    expect(found).toEqual(step)
  }
}

async function ask(order: Paid, asked: string): Promise<{ status: number }> {
  const [what, cents] = asked.split(" ")
  if (what === "ship") return await send(order)
  const amount = cents === undefined ? undefined : Number(cents) / 100
  if (what === "cancel") return await merchant.cancel(order)
  return what === "capture"
    ? await merchant.capture(order, amount)
    : await merchant.refund(order, amount ?? 0)
}

/** Deliveries are told a moment after the merchant has clicked. */
async function send(order: Paid): Promise<{ status: number }> {
  await ship(shop, order, { tracking_number: "00340434161094042557" })
  await until("the report", async () => {
    const [report] = await reportsOf(shop, order)
    return report && report.state !== "open" ? report : undefined
  })
  return { status: 200 }
}

async function look(order: Paid, { left }: Step, before: Written[]) {
  const { captures, refunds } = await readBooks(shop, order.cartId)
  const fresh = (await writtenOf(order)).filter(({ id }) => !before.some((row) => row.id === id))
  const calls = (await shop.sandbox.requests()).flatMap(moved)
  return {
    calls,
    captured: cents(captures),
    refunded: cents(refunds),
    ...(left === undefined ? {} : { left: await effectiveAmount(shop, order) }),
    ...(fresh.length > 0 ? { ledger: fresh.map(({ words }) => words).join(", ") } : {}),
  }
}

const cents = (amounts: number[]) =>
  amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0)

const body = z.object({ reduce_amount_by: z.number() })

const MOVES: Record<string, string> = {
  "POST start": "start",
  "POST cancel": "cancel",
  "POST capture": "capture",
  "PUT ShippingInformation": "shipping_information",
}

function moved({ method, path, body: sent }: JournalEntry): string[] {
  const call = path.split("/").at(-1) ?? ""
  const what = MOVES[`${method} ${call}`]
  if (what !== "cancel" || path.includes("/Smart/")) return what ? [what] : []
  const parsed = body.safeParse(sent)
  return [`refund ${parsed.success ? String(parsed.data.reduce_amount_by) : "all"}`]
}

const requestRow = z.object({
  id: z.string(),
  kind: z.string(),
  amount: z.string(),
  state: z.string(),
})

interface Written {
  id: string
  words: string
}

/** What the ledger has written down: requests that move money, oldest first, and deliveries. */
async function writtenOf(order: Paid): Promise<Written[]> {
  const sql = `SELECT r.id, r.kind, r.amount, r.state FROM secuconnect_money_request r
    JOIN secuconnect_checkout c ON c.id = r.checkout_id WHERE c.stx_id = $1 ORDER BY r.created_at`
  const requests = await shop.db.rows(requestRow, sql, [order.stx])
  const reports = await reportsOf(shop, order)
  return [
    ...requests.map(({ id, kind, amount, state }) => ({ id, words: `${kind} ${amount} ${state}` })),
    ...reports.map(({ id, kind, state }) => ({ id, words: `${kind} ${state}` })),
  ]
}

function line(method: string, found: Step, status: number): string {
  const { state, asked, calls, captured, refunded, ledger = "-" } = found
  const columns = [method, state, asked, `HTTP ${String(status)}`, calls.join(", ") || "-"]
  const books = `${String(captured)} captured, ${String(refunded)} refunded`
  return [...columns, books, ledger].join(" | ")
}
