import { orderIdsOf } from "../support/books"
import { BESIDE, breakOff } from "../support/broken-completion"
import { setStock } from "../support/carts/stock"
import { tick, tickUnpaid } from "../support/carts/tick"
import { makeDue } from "../support/ledger"
import {
  askWhere,
  pageOf,
  reservedFor,
  startFirst,
  type FirstSession,
} from "../support/order-first"
import { sumsOf } from "../support/order-sums"
import { finish, start, titleOf } from "../support/payment-links"
import { prepareShop, type PreparedShop } from "../support/shop"
import { CASE, completeCart } from "../support/shopper"
import { until } from "../support/until"
import { createGates, type GateSpec, type WriteGate } from "../support/write-gates"

/*
 * Order first, where Medusa begins an order and does not finish it: nobody is asked to pay for an order
 * that is not whole, and none is taken back that somebody was asked to pay for.
 */

let shop: PreparedShop

beforeAll(async () => {
  shop = await prepareShop({
    clock: "stands",
    sandbox: { pushes: false },
    options: { orderFirst: true },
  })
  await shop.process.start()
})

afterAll(() => shop.stop())

const SOLD_OUT = { status: 400, body: { code: "checkout_out_of_stock" } }
const QUANTITY = 2

/** Somebody is about to order an article. */
async function startWith(stock: number): Promise<FirstSession> {
  await setStock(shop, CASE, 1_000)
  const session = await startFirst(shop, { items: { [CASE]: QUANTITY } })
  await setStock(shop, CASE, stock)
  return session
}

/** It has its stock, and keeps its place through payments that are looked at, declined and paid. */
async function expectWholeAndKept(session: FirstSession): Promise<void> {
  const url = await pageOf(shop, session)
  const made = await orderIdsOf(shop, session.cartId)
  expect(made).toHaveLength(1)
  const [orderId = ""] = made
  expect(await reservedFor(shop, orderId)).toBe(QUANTITY)
  const declined = await start(url)
  await makeDue(shop, declined)
  await tick(shop)
  expect(await orderIdsOf(shop, session.cartId)).toEqual(made)
  const shown = await finish(shop, declined, { outcome: "decline" })
  expect(titleOf(shown)).toBe("The payment did not work")
  await finish(shop, await start(await pageOf(shop, session)))
  expect(await orderIdsOf(shop, session.cartId)).toEqual(made)
  expect(await reservedFor(shop, orderId)).toBe(QUANTITY)
  const paid = { payment_status: "captured", pending_difference: 0, refunded_total: 0 }
  expect(await sumsOf(shop, orderId)).toMatchObject(paid)
}

describe("an order that the core breaks off while the article is sold out", () => {
  it.each(Object.entries(BESIDE))(
    "as %s: the shopper reads that before anybody pays, and orders when there is stock again",
    async (_when, beside) => {
      const session = await startWith(1)
      expect(await breakOff(shop, beside, () => askWhere(shop, session))).toMatchObject(SOLD_OUT)
      expect(await orderIdsOf(shop, session.cartId)).toEqual([])
      await setStock(shop, CASE, 1_000)
      await expectWholeAndKept(session)
    },
  )

  it("for the storefront: nobody is told that it is there, neither at once nor when the cart is free again", async () => {
    const [asked, completed] = [await startWith(1), await startWith(1)]
    for (const { cartId } of [completed, asked]) {
      const beside = BESIDE["the order is linked"]
      const { status } = await breakOff(shop, beside, () => completeCart(shop, cartId))
      expect(status).not.toBe(200)
    }
    expect(await askWhere(shop, asked)).toMatchObject({ status: 409 })
    await shop.kill()
    await shop.restart()
    expect(await askWhere(shop, asked)).toMatchObject(SOLD_OUT)
    const { body } = await completeCart(shop, completed.cartId)
    expect(body).not.toMatchObject({ type: "order" })
    for (const { cartId } of [asked, completed]) expect(await orderIdsOf(shop, cartId)).toEqual([])
  })
})

/** What is being written when the store dies, the last of it first. */
const PLACES: (GateSpec & { what: string })[] = [
  {
    what: "its completion is written down as done",
    table: "workflow_execution",
    on: "UPDATE",
    when: "NEW.workflow_id = 'complete-cart' AND NEW.state = 'done'",
  },
  {
    what: "its session is authorized",
    table: "payment_session",
    on: "UPDATE",
    when: "NEW.status = 'pending_authorization'",
  },
  {
    what: "the ledger knows it",
    table: "secuconnect_unpaid_order",
    on: "UPDATE",
    when: "NEW.order_id IS NOT NULL",
  },
  { what: "its stock is reserved", table: "reservation_item", on: "INSERT" },
]

const FORGOTTEN = { what: "its cart is marked", ...BESIDE["the cart is marked as completed"] }

describe("an order whose store dies before", () => {
  const sessions = new Map<string, FirstSession>()

  /** One death for all of them: each is held before the next one begins. */
  beforeAll(async () => {
    const places = [...PLACES, FORGOTTEN]
    for (const { what } of places) sessions.set(what, await startWith(1_000))
    const gates = await createGates(shop.db, places)
    for (const [nth, { what }] of places.entries()) await hold(sessionOf(what), gates[nth])
    await shop.kill()
    for (const gate of gates) await gate.open("lost")
    await shop.restart()
  })

  function sessionOf(what: string): FirstSession {
    const session = sessions.get(what)
    if (!session) throw new Error("It was not started.")
    return session
  }

  async function hold(session: FirstSession, gate: WriteGate | undefined): Promise<void> {
    await gate?.close()
    void askWhere(shop, session).catch(() => undefined)
    await gate?.somebodyWaits()
    await until("the order", async () => (await orderIdsOf(shop, session.cartId))[0])
  }

  it.each(PLACES)(
    "$what is whole when its customer is asked to pay, and stays",
    async ({ what }) => {
      await expectWholeAndKept(sessionOf(what))
    },
  )

  it("its cart is marked as completed is taken back within the hour where nobody asks again", async () => {
    const session = sessionOf(FORGOTTEN.what)
    const row = `payment_session_id = '${session.sessionId}'`
    const makeDue = `UPDATE secuconnect_unpaid_order SET due_at = now() WHERE ${row}`
    expect(await orderIdsOf(shop, session.cartId)).toHaveLength(1)
    await tickUnpaid(shop, () => shop.db.run(makeDue))
    expect(await orderIdsOf(shop, session.cartId)).toEqual([])
    await expectWholeAndKept(session)
  })
})
