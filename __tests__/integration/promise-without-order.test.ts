import { z } from "zod"

import { NO_ORDER, readBooks } from "../support/books"
import { runWorkflow } from "../support/carts/admin"
import { setStock } from "../support/carts/stock"
import { tick } from "../support/carts/tick"
import { announcedOf, rowOf, setDays } from "../support/ledger"
import { comeBackInVain, effectiveAmount } from "../support/money"
import { pushed } from "../support/pushed"
import type { Method, Outcome } from "../support/sandbox-control"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  CASE,
  comeBack,
  completeCart,
  fillCart,
  LAST_SEAL,
  payAt,
  startPayment,
  type StartedPayment,
} from "../support/shopper"

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({
    clock: "stands",
    sandbox: { pushes: false },
    options: { capture: "manual", refundOrphans: true },
  })
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

const sessionReply = z.object({ payment_session: z.object({ code: z.string(), text: z.string() }) })
const told = async ({ sessionId }: StartedPayment) =>
  (await shop.store.ok(sessionReply, `/store/secuconnect/payment-sessions/${sessionId}`))
    .payment_session

const paymentReply = z.object({
  payment: z.looseObject({
    actions: z.array(z.string()),
    warnings: z.array(z.object({ code: z.string(), detail: z.string().nullable() })),
  }),
})
const shown = async (payment: StartedPayment) => {
  const { id } = await rowOf(shop, payment)
  return (await shop.admin.ok(paymentReply, `/admin/secuconnect/payments/${id}`)).payment
}
const act = async (payment: StartedPayment, action: string, body: object = {}) => {
  const { id } = await rowOf(shop, payment)
  return await shop.admin.call(`/admin/secuconnect/payments/${id}/${action}`, { body })
}

interface Promised {
  sku?: string
  method: Method
  outcome?: Outcome
}

/** An article sells out while somebody is on the payment page. */
async function promiseForNothing({ sku = CASE, ...choice }: Promised): Promise<StartedPayment> {
  await setStock(shop, sku, 1_000)
  const payment = await startPayment(shop, await fillCart(shop, { items: { [sku]: 2 } }))
  await setStock(shop, sku, 1)
  const wayBack = await payAt(shop, payment, choice)
  expect(await comeBackInVain(wayBack)).toMatchObject({ outcome: "not_ordered", orderId: null })
  return payment
}

const statusOf = async ({ stx }: StartedPayment) => (await shop.sandbox.read(stx)).status

describe("a promise whose article sold out", () => {
  it.each<[what: string, promised: Promised]>([
    ["an authorisation at PayPal", { method: "paypal" }],
    ["an authorised card", { method: "creditcard", sku: LAST_SEAL }],
    ["a transfer", { method: "prepaid" }],
  ])("%s: is told at once, with the reason, to shop and shopper", async (_what, promised) => {
    const payment = await promiseForNothing(promised)
    expect(await rowOf(shop, payment)).toMatchObject({ attention: "orphaned", order_id: null })
    expect(await announcedOf(shop, payment)).toEqual(["secuconnect.payment_orphaned"])
    expect(await shown(payment)).toMatchObject({
      actions: ["refresh", "cancel", "complete"],
      warnings: [{ code: "order_not_placed", detail: "out_of_stock" }],
    })
    expect(await told(payment)).toMatchObject({ code: "payment_not_ordered" })
  })

  it.each<[method: Method]>([["creditcard"], ["prepaid"]])(
    "%s: is cancelled by the merchant, and nothing is ordered after restocking",
    async (method) => {
      const payment = await promiseForNothing({ method })
      expect(await act(payment, "cancel")).toMatchObject({ status: 200 })
      expect(await statusOf(payment)).toBe("cancelled")
      expect(await rowOf(shop, payment)).toMatchObject({ attention: null, status: "cancelled" })
      expect(await announcedOf(shop, payment)).toContain("secuconnect.payment_given_up")
      expect(await told(payment)).toMatchObject({ code: "payment_cancelled" })
      await setStock(shop, CASE, 1_000)
      await pushed(shop, payment)
      expect((await completeCart(shop, payment.cartId)).status).not.toBe(200)
      expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
    },
  )

  it("is ordered by the merchant after restocking", async () => {
    const payment = await promiseForNothing({ method: "paypal" })
    expect(await act(payment, "resolve", { resolution: "complete" })).toMatchObject({ status: 400 })
    await setStock(shop, CASE, 1_000)
    expect(await act(payment, "resolve", { resolution: "complete" })).toMatchObject({ status: 200 })
    expect(await readBooks(shop, payment.cartId)).toMatchObject({ orders: 1 })
    expect(await rowOf(shop, payment)).toMatchObject({ attention: null })
    expect(await shown(payment)).toMatchObject({ actions: ["refresh"], warnings: [] })
  })
})

describe("a promise without an order whose time is over", () => {
  const letTimePass = (payment: StartedPayment) => setDays(shop, payment, { created_at: 2 })

  it.each<[by: string, method: Method, look: (payment: StartedPayment) => Promise<unknown>]>([
    ["a push", "creditcard", (payment) => pushed(shop, payment)],
    ["the admin's refresh", "prepaid", (payment) => act(payment, "refresh")],
  ])("is cancelled, not ordered, by %s after restocking: %s", async (_by, method, look) => {
    const payment = await promiseForNothing({ method })
    await letTimePass(payment)
    await setStock(shop, CASE, 1_000)
    await look(payment)
    expect(await statusOf(payment)).toBe("cancelled")
    expect(await announcedOf(shop, payment)).toEqual([
      "secuconnect.payment_orphaned",
      "secuconnect.payment_given_up",
    ])
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
  })

  it("is found by the schedule at that time", async () => {
    const payment = await promiseForNothing({ method: "creditcard" })
    await letTimePass(payment)
    await shop.db.run(
      `UPDATE secuconnect_checkout SET due_at = now() + interval '999 days' WHERE stx_id = '${payment.stx}'`,
    )
    await tick(shop)
    expect(await statusOf(payment)).toBe("cancelled")
  })

  it("is not ordered by the storefront either", async () => {
    const payment = await promiseForNothing({ method: "prepaid" })
    await letTimePass(payment)
    await setStock(shop, CASE, 1_000)
    expect((await completeCart(shop, payment.cartId)).status).not.toBe(200)
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
  })

  it("stays told while secuconnect refuses to cancel it, and is never ordered", async () => {
    const payment = await promiseForNothing({ method: "creditcard" })
    await letTimePass(payment)
    await setStock(shop, CASE, 1_000)
    await shop.sandbox.disturb({ method: "POST", path: "/cancel$", fault: "status", status: 400 })
    await pushed(shop, payment)
    await pushed(shop, payment)
    expect(await rowOf(shop, payment)).toMatchObject({ attention: "orphaned", order_id: null })
    expect((await shown(payment)).actions).toEqual(["refresh", "cancel"])
    await shop.sandbox.calm()
    await pushed(shop, payment)
    expect(await statusOf(payment)).toBe("cancelled")
    expect(await rowOf(shop, payment)).toMatchObject({ attention: null })
  })
})

describe("money that goes back by the setting", () => {
  it("goes back or is ordered, never both, when the storefront completes the cart just then", async () => {
    for (const round of [1, 2, 3]) {
      const payment = await promiseForNothing({ method: "prepaid" })
      await shop.sandbox.happen(payment.stx, "money_arrived")
      await pushed(shop, payment)
      expect(await rowOf(shop, payment)).toMatchObject({ attention: "orphaned" })
      const { id } = await rowOf(shop, payment)
      await shop.db.run(
        `UPDATE secuconnect_checkout_event SET created_at = now() - interval '2 hours' WHERE checkout_id = '${id}'`,
      )
      await setStock(shop, CASE, 1_000)
      await Promise.all([
        completeCart(shop, payment.cartId),
        pushed(shop, payment),
        ...(round === 1 ? [] : [completeCart(shop, payment.cartId)]),
      ])
      await pushed(shop, payment)
      const { orders } = await readBooks(shop, payment.cartId)
      const isLeft = (await effectiveAmount(shop, payment)) > 0
      expect({ round, orders }).toEqual({ round, orders: isLeft ? 1 : 0 })
      expect(await rowOf(shop, payment)).toMatchObject({ attention: null })
    }
  })
})

describe("a reminder that is asked for five times at once", () => {
  it("is sent once, and a minute later once more", async () => {
    await setStock(shop, CASE, 1_000)
    const payment = await startPayment(shop, await fillCart(shop, { items: { [CASE]: 1 } }))
    await comeBack(await payAt(shop, payment, { method: "prepaid" }))
    const { id } = await rowOf(shop, payment)
    const remind = () => act(payment, "remind")
    const answers = await Promise.all([remind(), remind(), remind(), remind(), remind()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const reminders = async () =>
      (await announcedOf(shop, payment)).filter((name) => name === "secuconnect.payment_reminder")
    expect(await reminders()).toHaveLength(1)
    await shop.db.run(
      `UPDATE secuconnect_checkout SET reminded_at = now() - interval '2 minutes' WHERE id = '${id}'`,
    )
    await Promise.all(
      [1, 2, 3].map(() => runWorkflow(shop, "secuconnect-remind-customer", { checkout_id: id })),
    )
    expect(await reminders()).toHaveLength(2)
  })
})
