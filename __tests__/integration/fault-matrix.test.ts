import { readBooks } from "../support/books"
import { tick } from "../support/carts/tick"
import { makeReportsDue, reportsOf, ship } from "../support/deliveries"
import type { Answer } from "../support/http"
import { rowOf } from "../support/ledger"
import { buy, createMerchant, effectiveAmount, type Paid } from "../support/money"
import { IS_WHOLE_PROOF } from "../support/proof"
import { pushed } from "../support/pushed"
import type { Fault } from "../support/sandbox-control"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  askForSession,
  comeBack,
  fillCart,
  goToCheckout,
  openCollection,
  payAt,
  startPayment,
} from "../support/shopper"
import { until } from "../support/until"

const TIMEOUT_MS = 3_000
const AMOUNT = 31.9
const MINOR = 3190
/** Longer than a request may still be under way at secuconnect, see docs/refunds.md. */
const RETRY_MS = 60_000

type Trouble = Pick<Fault, "fault" | "status"> | "expired token"

const TROUBLES: Record<string, Trouble> = {
  "HTTP 500": { fault: "status", status: 500 },
  "no answer": { fault: "hold" },
  "connection refused": { fault: "drop_before" },
  "answer lost": { fault: "drop_after" },
  garbage: { fault: "garbage" },
  "token expired": "expired token",
}

/** The others differ from one of these in little: `npm run proof` tries them too. */
const TRIED = Object.entries(TROUBLES).filter(
  ([name]) => IS_WHOLE_PROOF || ["HTTP 500", "no answer", "answer lost"].includes(name),
)

let shop: Shop
let merchant: ReturnType<typeof createMerchant>
const matrix: Record<string, Record<string, string>> = {}

beforeAll(async () => {
  shop = await sharedShop({
    clock: "stands",
    options: { capture: "manual", timeoutMs: TIMEOUT_MS },
    sandbox: { pushes: false },
  })
  merchant = createMerchant(shop)
})

afterAll(async () => {
  const lines = Object.entries(matrix).map(([action, row]) => {
    const cells = Object.entries(row).map(([trouble, seen]) => `${trouble}: ${seen}`)
    return `${action.padEnd(9)} ${cells.join(" | ")}`
  })
  process.stderr.write(`\n${lines.join("\n")}\n`)
  await shop.stop()
})

/** Does something while calls to secuconnect that match are in trouble. */
async function inTrouble<T>(trouble: Trouble, call: string, action: () => Promise<T>): Promise<T> {
  if (trouble === "expired token") await shop.sandbox.expireTokens()
  else await shop.sandbox.disturb({ ...trouble, path: call })
  try {
    return await action()
  } finally {
    await shop.sandbox.calm()
  }
}

/** Either it worked, or the answer says why not, without a stack. */
function expectClear({ status, text }: Answer): string {
  expect([200, 400, 422]).toContain(status)
  expect(text).not.toMatch(/\bat .*\.(js|ts):\d+/)
  if (status !== 200) expect(text).toMatch(/"code":"secuconnect_/)
  return String(status)
}

const note = (action: string, trouble: string, seen: string) => {
  matrix[action] = { ...matrix[action], [trouble]: seen }
}

/** A merchant repeats what has failed until it works. */
const repeat = (what: string, action: () => Promise<Answer>) =>
  until(
    what,
    async () => {
      const answer = await action()
      return answer.status === 200 ? answer : undefined
    },
    RETRY_MS,
  )

const captured = async () => {
  const order = await buy(shop)
  expect(await merchant.capture(order)).toMatchObject({ status: 200 })
  return order
}

describe.each(TRIED)("secuconnect: %s", (name, trouble) => {
  it("while a payment starts: a clear answer, and the next try leads to one order", async () => {
    const cartId = await fillCart(shop)
    const collection = await openCollection(shop, cartId)
    const answer = await inTrouble(trouble, "/Smart/Transactions$", () =>
      askForSession(shop, collection),
    )
    note("initiate", name, expectClear(answer))
    const payment = await startPayment(shop, cartId)
    expect(await comeBack(await payAt(shop, payment))).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, cartId)).toMatchObject({ orders: 1, payments: [AMOUNT] })
  })

  it("while the shopper comes back: never an error page, and a push places the order", async () => {
    const payment = await goToCheckout(shop)
    const wayBack = await payAt(shop, payment)
    const { status, outcome } = await inTrouble(trouble, ".", () => comeBack(wayBack))
    expect(status).toBe(303)
    expect(["success", "pending"]).toContain(outcome)
    note("return", name, String(outcome))
    expect(await shop.sandbox.push(payment.stx)).toEqual([200])
    expect(await readBooks(shop, payment.cartId)).toMatchObject({ orders: 1, payments: [AMOUNT] })
  })

  it("while a push comes: it is taken or comes again, and there is one order", async () => {
    const payment = await goToCheckout(shop)
    await payAt(shop, payment)
    const [answer] = await inTrouble(trouble, "/api/", () => shop.sandbox.push(payment.stx))
    expect([200, 503]).toContain(answer)
    note("push", name, String(answer))
    expect(await shop.sandbox.push(payment.stx)).toEqual([200])
    expect(await readBooks(shop, payment.cartId)).toMatchObject({ orders: 1, payments: [AMOUNT] })
  })

  it("while the merchant captures: a clear answer, and the money is taken once", async () => {
    const order = await buy(shop)
    const answer = await inTrouble(trouble, "/start$", () => merchant.capture(order))
    note("capture", name, expectClear(answer))
    if (answer.status !== 200) await repeat("the capture", () => merchant.capture(order))
    const books = await readBooks(shop, order.cartId)
    expect(books).toMatchObject({ captures: [AMOUNT], transactions: [AMOUNT] })
    expect(await shop.sandbox.read(order.stx)).toMatchObject({ status: "ok" })
    expect(await effectiveAmount(shop, order)).toBe(MINOR)
  })

  it("while the merchant refunds: a clear answer, and the money goes back once", async () => {
    const order = await captured()
    const refund = () => merchant.refund(order, 10)
    const answer = await inTrouble(trouble, "/cancel$", refund)
    note("refund", name, expectClear(answer))
    if (answer.status !== 200) await repeat("the refund", refund)
    const books = await readBooks(shop, order.cartId)
    expect(books).toMatchObject({ refunds: [10], transactions: [AMOUNT, -10] })
    expect(await effectiveAmount(shop, order)).toBe(MINOR - 1000)
  })

  it("while an order is cancelled: the order is cancelled, and then the payment", async () => {
    const order = await buy(shop)
    const answer = await inTrouble(trouble, "/cancel$", () => merchant.cancel(order))
    note("cancel", name, expectClear(answer))
    await until("the cancellation", async () => {
      await shop.sandbox.push(order.stx)
      const { status } = await shop.sandbox.read(order.stx)
      return status === "cancelled" ? status : undefined
    })
    // Whoever has cancelled it may still be writing that down.
    await pushed(shop, order)
    expect(await readBooks(shop, order.cartId)).toMatchObject({ captures: [], refunds: [] })
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
  })

  it("while a shipment is reported: the shipment stands, and the report is repeated", async () => {
    const order = await buy(shop, { method: "invoice" })
    expect(await merchant.capture(order)).toMatchObject({ status: 200 })
    await inTrouble(trouble, "/capture$", async () => {
      await ship(shop, order, { quantity: 2 })
      await reportTried(order)
    })
    const [first] = await reportsOf(shop, order)
    note("ship", name, first?.state ?? "none")
    shipped.push(order)
  })
})

/** Their reports are repeated by the clock, all in one tick. */
const shipped: Paid[] = []

const reportTried = (order: Paid) =>
  until("the report", async () => {
    const [report] = await reportsOf(shop, order)
    return report && (report.state !== "open" || report.problem) ? report : undefined
  })

describe("what was shipped in trouble", () => {
  it("has been reported once by the clock", async () => {
    expect(shipped).toHaveLength(TRIED.length)
    await makeReportsDue(shop)
    await tick(shop)
    for (const order of shipped) {
      expect(await reportsOf(shop, order)).toMatchObject([{ state: "done" }])
      const { payments } = await shop.sandbox.read(order.stx)
      expect(payments[0]).toMatchObject({ state: "invoice_open" })
    }
  })
})
