import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"

import { OrderLocks, type Waiting } from "../../src/modules/secuconnect/order-locks"
import { readBooks } from "../support/books"
import { debtOf, editOrder, reduceOrder } from "../support/carts/after-the-order"
import { orderSums } from "../support/carts/order-sums"
import { rowOf } from "../support/ledger"
import { buy, createMerchant, effectiveAmount, type Paid } from "../support/money"
import { makeLink, placeManually, start } from "../support/payment-links"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { CASE, comeBack, payAt, startPaymentOf, variantIds } from "../support/shopper"
import { until } from "../support/until"

/*
 * Medusa's core reads an order's sums, calls the payment provider and writes the sums afterwards. Two at
 * once of one order end with wrong sums, or with an error for money that was sent.
 */

let shop: Shop
let merchant: ReturnType<typeof createMerchant>

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
  merchant = createMerchant(shop)
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

/** An order of 49.85 that was paid with two payments: 31.90, and 17.95 by a link. */
async function payTwice(): Promise<{ order: Paid; second: Paid }> {
  const order = await buy(shop)
  const variant_id = (await variantIds(shop)).get(CASE) ?? ""
  await editOrder({ shop, orderId: order.orderId, variant_id })
  const started = await startPaymentOf(shop, (await debtOf(shop, order.orderId)).id)
  await comeBack(await payAt(shop, started))
  const sql = "SELECT id FROM payment WHERE payment_session_id = $1"
  const [row] = await shop.db.rows(z.object({ id: z.string() }), sql, [started.sessionId])
  return { order, second: { ...order, ...started, paymentId: row?.id ?? "" } }
}

/** What is left of both payments at secuconnect, minor units. */
const left = async (...payments: Paid[]) =>
  await Promise.all(payments.map((payment) => effectiveAmount(shop, payment)))

const ROUNDS = [1, 2, 3]

describe.each(ROUNDS)("at the same moment, round %i", () => {
  it("three refunds of two payments: all are made, the sums are right", async () => {
    const { order, second } = await payTwice()
    const third = { ...second }
    const answers = await Promise.all([merchant.refund(order, 5), merchant.refund(second, 4)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await merchant.refund(third, 3)).toMatchObject({ status: 200 })
    expect(await left(order, second)).toEqual([2690, 1095])
    expect(await orderSums(shop, order.orderId)).toMatchObject({
      ...{ total: 37.85, paid_total: 49.85, refunded_total: 12, pending_difference: 0 },
    })
  })

  it("two refunds of an order that owes a part of them: the rest gets its credit line", async () => {
    const { order, second } = await payTwice()
    await reduceOrder(shop, order.orderId, 1)
    expect(await orderSums(shop, order.orderId)).toMatchObject({ pending_difference: -15.95 })
    const both = await Promise.all([merchant.refund(order, 10), merchant.refund(second, 10)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await orderSums(shop, order.orderId)).toMatchObject({
      ...{ total: 29.85, refunded_total: 20, pending_difference: 0 },
    })
  })

  it("a refund and the beginning of an edit: what is refused has sent nothing", async () => {
    const order = await buy(shop)
    const edit = { body: { order_id: order.orderId } }
    const [refund, begun] = await Promise.all([
      merchant.refund(order, 10),
      shop.admin.call("/admin/order-edits", edit),
    ])
    expect(begun.status).toBe(200)
    const isMade = refund.status === 200
    expect(await left(order)).toEqual([isMade ? 2190 : 3190])
    expect(await orderSums(shop, order.orderId)).toMatchObject({
      ...{ refunded_total: isMade ? 10 : 0, pending_difference: 0 },
    })
  })

  it("a merchant's refund and one that was made in secuOffice: both are booked once", async () => {
    const order = await buy(shop)
    await shop.sandbox.happen(order.stx, "refund", 700)
    const [refund, pushed] = await Promise.all([
      merchant.refund(order, 10),
      shop.sandbox.push(order.stx),
    ])
    expect(pushed).toEqual([200])
    const isMade = refund.status === 200
    if (!isMade) expect(refund.text).toContain("another refund of this payment is being sent")
    await letRefundsAge(order)
    expect(await shop.sandbox.push(order.stx)).toEqual([200])
    expect(await left(order)).toEqual([isMade ? 1490 : 2490])
    const { refunds } = await readBooks(shop, order.cartId)
    expect(refunds.toSorted()).toEqual(isMade ? [10, 7] : [7])
    expect(await orderSums(shop, order.orderId)).toMatchObject({
      ...{ total: isMade ? 14.9 : 24.9, pending_difference: 0 },
    })
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
  })

  it("the order is cancelled and one of its payments refunded: all goes back, once", async () => {
    const { order, second } = await payTwice()
    await Promise.all([merchant.refund(second, 5), merchant.cancel(order)])
    expect(await left(order, second)).toEqual([0, 0])
    expect(await orderSums(shop, order.orderId)).toMatchObject({
      ...{ status: "canceled", paid_total: 49.85, refunded_total: 49.85 },
    })
  })
})

it("a second click on refund sends nothing while the first is being sent", async () => {
  const order = await buy(shop)
  await shop.sandbox.disturb({ path: "/cancel$", fault: "hold_before", times: 1 })
  const asked = [merchant.refund(order, 10), merchant.refund(order, 10)]
  await Promise.race(asked)
  await shop.sandbox.calm()
  const clicks = await Promise.all(asked)
  expect(clicks.map(({ status }) => status).toSorted()).toEqual([200, 400])
  expect(clicks.find(({ status }) => status === 400)?.text).toContain("is being sent")
  expect(await left(order)).toEqual([2190])
})

it("an order that another server died with is free again after its time", async () => {
  const order = await buy(shop)
  const sql = `INSERT INTO secuconnect_order_lock (id, payment_id, holder, expires_at)
    VALUES ($1, NULL, 'merchant:dead', now() + interval '2 seconds')`
  await shop.db.rows(z.unknown(), sql, [order.orderId])
  expect(await merchant.refund(order, 10)).toMatchObject({ status: 200 })
  expect(await left(order)).toEqual([2190])
})

const beginEdit = (order_id: string) =>
  shop.admin.call("/admin/order-edits", { body: { order_id } })

it("an order that was never to be paid with us waits for nobody", async () => {
  const orderId = await placeManually(shop)
  await holdForEver(orderId)
  expect(await beginEdit(orderId)).toMatchObject({ status: 200 })
})

describe("an order that has no payment of ours in Medusa yet", () => {
  const kinds = [
    {
      what: "waits for its transfer",
      place: async () => (await buy(shop, { method: "prepaid" })).orderId,
    },
    {
      what: "was placed with another provider, and is open on its payment page",
      place: async () => {
        const orderId = await placeManually(shop)
        await start(await makeLink(shop, orderId))
        return orderId
      },
    },
  ]

  it.each(kinds)("and $what: a change of it waits for who is just booking", async ({ place }) => {
    const orderId = await place()
    await holdForEver(orderId)
    const edit = beginEdit(orderId)
    expect(await Promise.race([edit, sleep(2_000, "waits")])).toBe("waits")
    await shop.db.rows(z.unknown(), "DELETE FROM secuconnect_order_lock WHERE id = $1", [orderId])
    expect(await edit).toMatchObject({ status: 200 })
  })

  it("and costs less since a credit line: the page that asks for more is closed at once", async () => {
    const orderId = await placeManually(shop)
    const page = await start(await makeLink(shop, orderId))
    const body = { amount: 20, reference: "goodwill", reference_id: orderId }
    await shop.admin.ok(z.unknown(), `/admin/orders/${orderId}/credit-lines`, { body })
    await until("the page to be closed", async () => {
      const { status } = await shop.sandbox.read(page.stx)
      return status === "cancelled" || undefined
    })
  })
})

describe("the lock of an order's money, between servers", () => {
  const money = { order_id: "order_of_two", payment_id: "pay_1" }

  it("is held by one, and by the next as soon as it is given back", async () => {
    const [one, other] = [serverOf(shop), serverOf(shop)]
    const order: string[] = []
    const release = await one.hold(money, waiting())
    const next = other.hold({ ...money, payment_id: "pay_2" }, waiting()).then((free) => {
      order.push("taken")
      return free
    })
    await sleep(300)
    order.push("given back")
    await release()
    await (
      await next
    )()
    expect(order).toEqual(["given back", "taken"])
  })

  it("covers the payment that it was taken for, or all of an order", async () => {
    const server = serverOf(shop)
    expect(await server.covers(money)).toBe(false)
    const ofOne = await server.hold(money, waiting())
    expect(await server.covers(money)).toBe(true)
    expect(await server.covers({ ...money, payment_id: "pay_2" })).toBe(false)
    await ofOne()
    const ofAll = await server.hold({ ...money, payment_id: null }, waiting())
    expect(await server.covers({ ...money, payment_id: "pay_2" })).toBe(true)
    await ofAll()
  })

  it("refuses after the time, having done nothing", async () => {
    const release = await serverOf(shop).hold(money, waiting())
    const late = serverOf(shop).hold(money, waiting({ by: "merchant", wait_ms: 200 }))
    await expect(late).rejects.toThrow("secuconnect: nothing was sent")
    await release()
  })

  it("waits until what was sent without it is booked", async () => {
    let unbooked = ["ref_1"]
    const sent = { state: "done", created_at: new Date() } as const
    const server = serverOf(shop, [sent])
    const readUnbooked = () => Promise.resolve(unbooked)
    const held = server.hold(money, waiting({ readUnbooked }))
    const first = await Promise.race([held, sleep(500).then(() => "waits")])
    expect(first).toBe("waits")
    unbooked = []
    await (
      await held
    )()
  })

  it.each([
    ["was refused", { state: "refused", created_at: new Date() } as const],
    ["is long past", { state: "done", created_at: new Date(0) } as const],
  ])("does not wait for what %s", async (_what, request) => {
    const server = serverOf(shop, [request])
    const readUnbooked = () => Promise.resolve(["ref_1"])
    const release = await server.hold(money, waiting({ wait_ms: 0, readUnbooked }))
    await release()
  })
})

const waiting = (fields: Partial<Waiting> = {}): Waiting => ({
  by: "plugin",
  wait_ms: 20_000,
  readUnbooked: () => Promise.resolve([]),
  ...fields,
})

type Ledger = ConstructorParameters<typeof OrderLocks>[1]
type Requests = Awaited<ReturnType<Ledger["listMoneyRequests"]>>

/** A server of its own on the store's database. */
function serverOf({ db }: Shop, requests: Pick<Requests[number], "state" | "created_at">[] = []) {
  const execute = (sql: string, values: unknown[]) => {
    let nth = 0
    return db.rows(
      z.unknown(),
      sql.replaceAll("?", () => `$${String((nth += 1))}`),
      values,
    )
  }
  const ledger = { listMoneyRequests: () => Promise.resolve(requests) }
  return new OrderLocks({ getFreshManager: () => ({ execute }) }, ledger)
}

/** Somebody holds the order's lock and does not give it back. */
async function holdForEver(orderId: string): Promise<void> {
  const sql = `INSERT INTO secuconnect_order_lock (id, payment_id, holder, expires_at)
    VALUES ($1, NULL, 'merchant:busy', now() + interval '1 hour')`
  await shop.db.rows(z.unknown(), sql, [orderId])
}

/** A refund made elsewhere is not booked right after another one of the same payment. */
async function letRefundsAge({ paymentId }: Paid): Promise<void> {
  const sql = "UPDATE refund SET created_at = now() - interval '3 minutes' WHERE payment_id = $1"
  await shop.db.rows(z.unknown(), sql, [paymentId])
}
