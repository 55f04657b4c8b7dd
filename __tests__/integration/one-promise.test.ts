import { z } from "zod"

import { debtOf, editOrder, exchangeArticle } from "../support/carts/after-the-order"
import { tick } from "../support/carts/tick"
import { KEEPS_PAGES_OPEN } from "../support/faults"
import { announcedOf, makeDue, rowOf } from "../support/ledger"
import { buy, createMerchant, effectiveAmount, type Paid } from "../support/money"
import { paidOnce, sumsOf } from "../support/order-sums"
import { readSessions } from "../support/sessions"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  askForSession,
  CASE,
  comeBack,
  completeCart,
  goToCheckout,
  payAt,
  startPaymentOf,
  variantIds,
} from "../support/shopper"
import { until } from "../support/until"

const TOTAL = 31.9

let shop: Shop

beforeAll(async () => {
  const options = { capture: "manual" } as const
  shop = await sharedShop({ clock: "stands", options, sandbox: { pushes: false } })
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

interface Started {
  stx: string
}

const statusOf = async ({ stx }: Started) => (await shop.sandbox.read(stx)).status
const push = async ({ stx }: Started) => expect(await shop.sandbox.push(stx)).toEqual([200])
const arrive = async ({ stx }: Started) => {
  await shop.sandbox.happen(stx, "money_arrived")
}

/** The schedule checks the payment, and what follows from that. */
async function check(...payments: Started[]): Promise<void> {
  for (const payment of payments) await makeDue(shop, payment)
  await tick(shop)
}

const becomes = (payment: Started, status: string) =>
  until(`${payment.stx} is ${status}`, async () =>
    (await statusOf(payment)) === status ? status : undefined,
  )

/** A refusal, not a connection that is likely to be there again in a moment. */
const answersNoCancellation = {
  method: "POST",
  path: "/cancel$",
  fault: "status",
  status: 400,
  code: 1007,
} as const

/** An order that waits for its transfer, and its collection. */
const wait = () => buy(shop, { method: "prepaid" })

/** The storefront completes the cart by itself: the ledger does not know the order yet. */
async function waitUnseen(): Promise<Paid> {
  const payment = await goToCheckout(shop)
  await payAt(shop, payment, { method: "prepaid" })
  const reply = z.object({ order: z.object({ id: z.string() }) })
  const { order } = reply.parse((await completeCart(shop, payment.cartId)).body)
  return { ...payment, orderId: order.id, paymentId: "" }
}

/** The order is paid, gets dearer, and its link is paid by transfer. */
async function waitForLink(): Promise<Paid> {
  const order = await buy(shop, { method: "sofort" })
  const variant_id = (await variantIds(shop)).get(CASE) ?? ""
  await editOrder({ shop, orderId: order.orderId, variant_id })
  const { id: collectionId } = await debtOf(shop, order.orderId)
  const link = await startPaymentOf(shop, collectionId)
  await comeBack(await payAt(shop, link, { method: "prepaid" }))
  return { ...order, ...link, collectionId }
}

interface Interruption {
  somebody: string
  begin: () => Promise<Paid>
  act: (order: Paid) => Promise<unknown>
  sums: object
}

const restart = ({ collectionId }: Paid) => startPaymentOf(shop, collectionId)

const interruptions: Interruption[] = [
  {
    somebody: "pays in an old tab and leaves the page",
    begin: wait,
    act: restart,
    sums: paidOnce(TOTAL),
  },
  {
    somebody: "goes back three times",
    begin: wait,
    act: async (order) => {
      for (let nth = 0; nth < 3; nth += 1) {
        await restart(order)
        await check(order)
      }
    },
    sums: paidOnce(TOTAL),
  },
  {
    somebody: "starts two sessions at once",
    begin: wait,
    act: (order) => Promise.allSettled([restart(order), restart(order)]),
    sums: paidOnce(TOTAL),
  },
  {
    somebody: "switches to another provider and does not pay",
    begin: wait,
    act: async ({ collectionId }) => {
      const provider = "pp_system_default"
      expect(await askForSession(shop, collectionId, { provider })).toMatchObject({ status: 200 })
    },
    sums: paidOnce(TOTAL),
  },
  {
    somebody: "goes back before the ledger has heard of the order",
    begin: waitUnseen,
    act: restart,
    sums: paidOnce(TOTAL),
  },
  {
    somebody: "opens the payment link again",
    begin: waitForLink,
    act: restart,
    sums: { payment_status: "captured", pending_difference: 0, paid_total: 49.85 },
  },
]

describe("an order that waits for its transfer, and somebody", () => {
  it.each(interruptions)("$somebody: the transfer is paid", async ({ begin, act, sums }) => {
    const order = await begin()
    await act(order)
    await check(order)
    expect(await statusOf(order)).toBe("pending")
    expect(await rowOf(shop, order)).toMatchObject({ attention: null, order_id: order.orderId })
    await arrive(order)
    await push(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject(sums)
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
    expect(await effectiveAmount(shop, order)).toBeGreaterThan(0)
  })

  it("the money comes before anybody has looked at the deleted session", async () => {
    const order = await wait()
    await arrive(order)
    await restart(order)
    await push(order)
    expect(await sumsOf(shop, order.orderId)).toEqual(paidOnce(TOTAL))
    expect(await announcedOf(shop, order)).toContain("secuconnect.payment_accepted")
  })

  it("the session is there again, under its own id, beside the new one", async () => {
    const order = await wait()
    const next = await restart(order)
    await check(order)
    const sessions = await readSessions(shop, order.collectionId)
    expect(sessions.map(({ id, status }) => `${id} ${status}`).sort()).toEqual(
      [`${order.sessionId} pending_authorization`, `${next.sessionId} pending`].sort(),
    )
  })

  it("is told what ends the promise: secupay gives it up", async () => {
    const order = await wait()
    await restart(order)
    await shop.sandbox.happen(order.stx, "expire")
    await check(order)
    expect(await rowOf(shop, order)).toMatchObject({ attention: "payment_failed" })
    expect(await announcedOf(shop, order)).toContain("secuconnect.payment_failed")
  })

  it("cancels the order: the transfer is cancelled with it", async () => {
    const order = await wait()
    await restart(order)
    expect(await createMerchant(shop).cancel(order)).toMatchObject({ status: 200 })
    await becomes(order, "cancelled")
  })
})

const shown = z.object({ payment: z.object({ state: z.string(), amount: z.number() }) })
const shownOf = async ({ orderId }: Paid) =>
  (await shop.store.ok(shown, `/store/secuconnect/orders/${orderId}`)).payment

describe("an order that waits for its transfer, and a new payment for it", () => {
  it("is declined: the order waits as before, and nobody is alarmed", async () => {
    const order = await wait()
    const next = await restart(order)
    await comeBack(await payAt(shop, next, { outcome: "decline" }))
    await check(order, next)
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
    expect(await rowOf(shop, next)).toMatchObject({ attention: null })
    expect(await shownOf(order)).toEqual({ state: "waiting", amount: TOTAL })
    await arrive(order)
    await push(order)
    expect(await sumsOf(shop, order.orderId)).toEqual(paidOnce(TOTAL))
  })

  it("is paid: it replaces the transfer, which is cancelled in a moment", async () => {
    const order = await wait()
    const next = await restart(order)
    await comeBack(await payAt(shop, next, { method: "sofort" }))
    await becomes(order, "cancelled")
    expect(await sumsOf(shop, order.orderId)).toMatchObject({
      ...{ payment_status: "captured", paid_total: TOTAL, pending_difference: 0 },
    })
    await check(order)
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
    expect(await shownOf(order)).toEqual({ state: "paid", amount: TOTAL })
  })

  it("is paid, and then the transfer comes all the same: that is told", async () => {
    const order = await wait()
    const next = await restart(order)
    await shop.sandbox.disturb(answersNoCancellation)
    await comeBack(await payAt(shop, next, { method: "sofort" }))
    await arrive(order)
    await check(order)
    expect(await rowOf(shop, order)).toMatchObject({ attention: "orphaned" })
    expect(await announcedOf(shop, order)).toContain("secuconnect.payment_orphaned")
    expect(await sumsOf(shop, order.orderId)).toMatchObject({ paid_total: TOTAL })
    expect(await shownOf(order)).toEqual({ state: "paid", amount: TOTAL })
  })

  it("waits for a transfer too: one of them comes, the other is cancelled", async () => {
    const order = await wait()
    const next = await restart(order)
    await comeBack(await payAt(shop, next, { method: "prepaid" }))
    await check(order, next)
    expect([await statusOf(order), await statusOf(next)]).toEqual(["pending", "pending"])
    await arrive(next)
    await push(next)
    await becomes(order, "cancelled")
    expect(await sumsOf(shop, order.orderId)).toMatchObject({ paid_total: TOTAL })
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
  })

  it("is paid after an edit has made it dearer: once, and as much as it costs", async () => {
    const order = await wait()
    const variant_id = (await variantIds(shop)).get(CASE) ?? ""
    await editOrder({ shop, orderId: order.orderId, variant_id })
    const next = await restart(order)
    await check(order)
    expect(await statusOf(order)).toBe("pending")
    await comeBack(await payAt(shop, next, { method: "sofort" }))
    await becomes(order, "cancelled")
    expect(await sumsOf(shop, order.orderId)).toMatchObject({
      ...{ total: 49.85, paid_total: 49.85, pending_difference: 0 },
    })
  })

  it("was started, an edit made it dearer, and the first transfer comes: the rest is left to pay", async () => {
    const order = await wait()
    const variant_id = (await variantIds(shop)).get(CASE) ?? ""
    await editOrder({ shop, orderId: order.orderId, variant_id })
    const next = await restart(order)
    await arrive(order)
    await push(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject({
      ...{ total: 49.85, paid_total: TOTAL, pending_difference: 17.95 },
    })
    // Whoever pays that page now pays for what is paid already.
    await becomes(next, "cancelled")
  })
})

const idRow = z.object({ id: z.string() })

/** Medusa's payments of an order that were neither captured nor cancelled. */
async function openPayments({ orderId }: Paid): Promise<string[]> {
  const sql = `SELECT p.id FROM payment p
    JOIN order_payment_collection c ON c.payment_collection_id = p.payment_collection_id
    WHERE c.order_id = $1 AND p.captured_at IS NULL AND p.canceled_at IS NULL AND p.deleted_at IS NULL`
  return (await shop.db.rows(idRow, sql, [orderId])).map(({ id }) => id)
}

const capture = (id: string) => shop.admin.call(`/admin/payments/${id}/capture`, { body: {} })

/** The merchant captures whatever the order shows, all at the same moment. */
async function captureAll(order: Paid) {
  const ids = await openPayments(order)
  return await Promise.all(ids.map(capture))
}

const takenOf = async (...payments: Started[]) => {
  const amounts = await Promise.all(
    payments.map(async (payment) =>
      (await statusOf(payment)) === "ok" ? await effectiveAmount(shop, payment) : 0,
    ),
  )
  return amounts.reduce((sum, amount) => sum + amount, 0)
}

describe("two promises for one order", () => {
  it("a transfer that comes after a card was authorized for it is told, and one of both is taken", async () => {
    const order = await wait()
    const card = await restart(order)
    await shop.sandbox.disturb(answersNoCancellation)
    await comeBack(await payAt(shop, card))
    await arrive(order)
    await check(order)
    expect(await rowOf(shop, order)).toMatchObject({ attention: "orphaned" })
    await captureAll(order)
    await check(card)
    expect(await takenOf(card)).toBe(3190)
    expect(await sumsOf(shop, order.orderId)).toMatchObject({
      ...{ paid_total: TOTAL, pending_difference: 0, payment_status: "captured" },
    })
  })

  it("a second authorization that cannot be cancelled is told, and cancelled when that works", async () => {
    const order = await buy(shop)
    const second = await restart(order)
    await shop.sandbox.disturb(answersNoCancellation)
    await comeBack(await payAt(shop, second))
    await check(second)
    expect(await rowOf(shop, second)).toMatchObject({ attention: "not_cancelled" })
    await captureAll(order)
    expect(await takenOf(order, second)).toBe(3190)
    await shop.sandbox.calm()
    await check(second)
    expect(await statusOf(second)).toBe("cancelled")
    await check(second)
    expect(await rowOf(shop, second)).toMatchObject({ attention: null })
  })

  it("a link of another collection, authorized beside the first payment, is cancelled", async () => {
    const order = await buy(shop)
    const collection = { order_id: order.orderId, amount: TOTAL }
    const sql = `INSERT INTO payment_collection (id, currency_code, amount, raw_amount)
      SELECT 'paycol_of_' || $1, currency_code, amount, raw_amount FROM payment_collection WHERE id = $2 RETURNING id`
    const [made] = await shop.db.rows(idRow, sql, [order.orderId, order.collectionId])
    const link = `INSERT INTO order_payment_collection (id, order_id, payment_collection_id)
      VALUES ('ordpay_' || $1, $1, $2)`
    await shop.db.rows(z.unknown(), link, [collection.order_id, made?.id ?? ""])
    const second = await startPaymentOf(shop, made?.id ?? "")
    await comeBack(await payAt(shop, second))
    await becomes(second, "cancelled")
    expect(await openPayments(order)).toEqual([order.paymentId])
  })

  it("both authorized at the same moment: one is left, and more is never captured", async () => {
    const waiting = await wait()
    const one = await restart(waiting)
    await payAt(shop, one)
    const other = await restart(waiting)
    await payAt(shop, other)
    await Promise.all([push(one), push(other)])
    await captureAll(waiting)
    await check(one, other)
    await check(one, other)
    await captureAll(waiting)
    expect(await takenOf(one, other)).toBe(3190)
    expect(await sumsOf(shop, waiting.orderId)).toMatchObject({
      ...{ paid_total: TOTAL, pending_difference: 0 },
    })
  })

  it("an edit puts an authorization aside while secuconnect does not answer: it is cancelled later", async () => {
    const order = await buy(shop)
    const variant_id = (await variantIds(shop)).get(CASE) ?? ""
    await shop.sandbox.disturb(answersNoCancellation)
    await editOrder({ shop, orderId: order.orderId, variant_id })
    await check(order)
    expect(await statusOf(order)).toBe("approved")
    expect(await rowOf(shop, order)).toMatchObject({ attention: "not_cancelled" })

    const link = await startPaymentOf(shop, (await debtOf(shop, order.orderId)).id)
    await comeBack(await payAt(shop, link))
    await captureAll(order)
    await shop.sandbox.calm()
    await check(order, link)
    await captureAll(order)
    expect(await statusOf(order)).toBe("cancelled")
    expect(await takenOf(order, link)).toBe(4985)
    await check(order, link)
    expect(await sumsOf(shop, order.orderId)).toMatchObject({
      ...{ total: 49.85, paid_total: 49.85, pending_difference: 0 },
    })
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
  })

  it("an authorization that is more than the order costs since a credit is not captured, with the reason", async () => {
    const order = await buy(shop)
    await shop.admin.ok(z.unknown(), `/admin/orders/${order.orderId}/credit-lines`, {
      body: { amount: 20, reference: "goodwill", reference_id: order.orderId },
    })
    const { status, text } = await capture(order.paymentId)
    expect(status).toBe(400)
    expect(text).toMatch(/would capture 31\.9 EUR.*needs 11\.9 EUR/)
    expect(await statusOf(order)).toBe("approved")
    await until("the notice", async () => (await rowOf(shop, order)).attention ?? undefined)
    const { id, attention } = await rowOf(shop, order)
    expect(attention).toBe("authorization_too_high")
    const cancel = `/admin/secuconnect/payments/${id}/cancel`
    await shop.admin.ok(z.unknown(), cancel, { method: "POST", body: {} })
    expect(await statusOf(order)).toBe("cancelled")
  })

  it("a page over an order's old amount, authorized while a refund made elsewhere is booked, is cancelled", async () => {
    const order = await wait()
    await arrive(order)
    await push(order)
    const page = await restart(order)
    await shop.sandbox.happen(order.stx, "refund", 2822)
    const variant_id = (await variantIds(shop)).get(CASE) ?? ""
    await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
    await exchangeArticle({ shop, orderId: order.orderId, variant_id })
    await payAt(shop, page)
    await shop.sandbox.calm()
    await Promise.all([push(order), push(page)])
    await check(order, page)
    await check(order, page)
    expect(await statusOf(page)).toBe("cancelled")
    expect(await openPayments(order)).toEqual([])
  })
})
