import { z } from "zod"

import { editOrder } from "../support/carts/after-the-order"
import { runAudit } from "../soak/run-audit"
import { tick } from "../support/carts/tick"
import { makeDue, rowOf } from "../support/ledger"
import { effectiveAmount } from "../support/money"
import {
  askWhere,
  orderFirst,
  orderOf,
  pageOf,
  reservedFor,
  startFirst,
  storeSettings,
  unpaidOf,
  waitHours,
} from "../support/order-first"
import { paidOnce, sumsOf } from "../support/order-sums"
import { finish, linksPath, open, seeCancelled, start, titleOf } from "../support/payment-links"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  CASE,
  chooseShipping,
  completeCart,
  goToCheckout,
  payAt,
  variantIds,
} from "../support/shopper"

const TOTAL = 31.9
const HOURS = 48

let shop: Shop

beforeAll(async () => {
  const options = { orderFirst: true, orderFirstHours: HOURS }
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false }, options })
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

/** The ledger takes a page for closed that is open, and it cannot be closed: whoever sits there can pay. */
async function loseSight({ stx }: { stx: string }): Promise<void> {
  await shop.sandbox.disturb({ path: "/cancel$", fault: "status", status: 500 })
  await shop.db.run(`UPDATE secuconnect_checkout SET status = 'cancelled' WHERE stx_id = '${stx}'`)
}

const waits = { status: "pending", payment_status: "awaiting", paid_total: 0 } as const

it("the order is placed without money and without a Smart Transaction, and paid by card on its page", async () => {
  const session = await startFirst(shop)
  expect(session.data).toMatchObject({ order_first: true, stx_id: null, checkout_url: null })
  const url = await pageOf(shop, session)
  const orderId = await orderOf(shop, session.cartId)
  expect(await sumsOf(shop, orderId)).toMatchObject(waits)
  expect(await reservedFor(shop, orderId)).toBe(2)
  const page = await open(url)
  expect(titleOf(page)).toBe("Pay for your order")
  expect(page.text).toContain("€31.90")
  const shown = await finish(shop, await start(url))
  expect(titleOf(shown)).toBe("Thank you, there is nothing left to pay")
  expect(await sumsOf(shop, orderId)).toMatchObject(paidOnce(TOTAL))
  await waitHours(shop, orderId, HOURS)
  expect(await unpaidOf(shop, orderId)).toMatchObject({ ended_reason: "paid", is_due: false })
  expect(await sumsOf(shop, orderId)).toMatchObject(paidOnce(TOTAL))
})

it("nobody pays: after the hours the order is cancelled and its stock is free, not before", async () => {
  const { orderId, url } = await orderFirst(shop)
  await waitHours(shop, orderId, HOURS - 1)
  expect(await sumsOf(shop, orderId)).toMatchObject(waits)
  await waitHours(shop, orderId, 1)
  expect(await sumsOf(shop, orderId)).toMatchObject({ status: "canceled", paid_total: 0 })
  expect(await reservedFor(shop, orderId)).toBe(0)
  expect(await unpaidOf(shop, orderId)).toMatchObject({ ended_reason: "cancelled" })
  expect(titleOf(await open(url))).toBe("This order was canceled")
})

it("a payment page that is open when the time is over is closed first", async () => {
  const { orderId, url } = await orderFirst(shop)
  const payment = await start(url)
  await waitHours(shop, orderId, HOURS)
  expect(await shop.sandbox.read(payment.stx)).toMatchObject({ status: "cancelled" })
  expect(await sumsOf(shop, orderId)).toMatchObject({ status: "canceled" })
})

it("a payment page that cannot be closed keeps the order until it is known how it ends", async () => {
  const { orderId, url } = await orderFirst(shop)
  await start(url)
  await shop.sandbox.disturb({ path: "/cancel$", fault: "status", status: 500 })
  await waitHours(shop, orderId, HOURS)
  expect(await sumsOf(shop, orderId)).toMatchObject(waits)
  expect(await unpaidOf(shop, orderId)).toMatchObject({ ended_reason: null, is_due: true })
  await shop.sandbox.calm()
  await waitHours(shop, orderId, 0)
  expect(await sumsOf(shop, orderId)).toMatchObject({ status: "canceled" })
})

it("who has paid when the time is over has the order, though nobody has looked yet", async () => {
  const { orderId, url } = await orderFirst(shop)
  const payment = await start(url)
  await payAt(shop, payment)
  await waitHours(shop, orderId, HOURS)
  expect(await sumsOf(shop, orderId)).toMatchObject({ status: "pending" })
  await makeDue(shop, payment)
  await tick(shop)
  await waitHours(shop, orderId, 0)
  expect(await sumsOf(shop, orderId)).toMatchObject(paidOnce(TOTAL))
  expect(await unpaidOf(shop, orderId)).toMatchObject({ ended_reason: "paid" })
})

it("money that comes after the order was cancelled is told as a payment without order", async () => {
  const { orderId, url } = await orderFirst(shop)
  const payment = await start(url)
  await shop.admin.ok(z.unknown(), `/admin/orders/${orderId}/cancel`, { body: {} })
  await waitHours(shop, orderId, HOURS)
  expect(await unpaidOf(shop, orderId)).toMatchObject({ ended_reason: "cancelled" })
  const late = await orderFirst(shop)
  const page = await start(late.url)
  await loseSight(page)
  await waitHours(shop, late.orderId, HOURS)
  expect(await sumsOf(shop, late.orderId)).toMatchObject({ status: "canceled" })
  await payAt(shop, page)
  await shop.sandbox.calm()
  await makeDue(shop, page)
  await tick(shop)
  expect(await rowOf(shop, page)).toMatchObject({ attention: "orphaned" })
  expect(await sumsOf(shop, late.orderId)).toMatchObject({ paid_total: 0 })
  await seeCancelled(shop, payment)
})

it("a transfer that was chosen on the page keeps the order, by the rules of transfers", async () => {
  const { orderId, url } = await orderFirst(shop)
  await finish(shop, await start(url), { method: "prepaid" })
  await waitHours(shop, orderId, HOURS)
  expect(await unpaidOf(shop, orderId)).toMatchObject({ ended_reason: "transfer" })
  expect(await sumsOf(shop, orderId)).toMatchObject(waits)
})

it("an order that is being edited is not cancelled, the card says why, and it is tried again", async () => {
  const { orderId } = await orderFirst(shop)
  const edit = { order_id: orderId }
  await shop.admin.ok(z.unknown(), "/admin/order-edits", { body: edit })
  await waitHours(shop, orderId, HOURS)
  expect(await sumsOf(shop, orderId)).toMatchObject(waits)
  const row = await unpaidOf(shop, orderId)
  expect(row).toMatchObject({ ended_reason: null, is_due: true })
  expect(row?.problem).toContain("An edit of this order is open")
})

it("an order that was edited is paid as it is then", async () => {
  const { orderId, url } = await orderFirst(shop)
  await editOrder({ shop, orderId, variant_id: (await variantIds(shop)).get(CASE) ?? "" })
  expect((await open(url)).text).toContain("€49.85")
  await finish(shop, await start(url))
  expect(await sumsOf(shop, orderId)).toMatchObject({ paid_total: 49.85, pending_difference: 0 })
})

it("the storefront completes the cart itself, asks twice, in two tabs: one order, and always a page", async () => {
  const session = await startFirst(shop)
  const answers = await Promise.all([
    askWhere(shop, session),
    completeCart(shop, session.cartId),
    askWhere(shop, session),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const orderId = await orderOf(shop, session.cartId)
  await finish(shop, await start(await pageOf(shop, session)))
  expect(await sumsOf(shop, orderId)).toMatchObject(paidOnce(TOTAL))
  expect(await askWhere(shop, session)).toMatchObject({
    ...{ status: 400, body: { code: "checkout_already_completed" } },
  })
})

it("a cart that costs something else now is not ordered", async () => {
  const session = await startFirst(shop)
  await shop.db.run(
    `UPDATE secuconnect_unpaid_order SET amount = 100 WHERE payment_session_id = '${session.sessionId}'`,
  )
  expect(await askWhere(shop, session)).toMatchObject({
    ...{ status: 400, body: { code: "checkout_amount_changed" } },
  })
  const { status, body } = await completeCart(shop, session.cartId)
  expect({ status, body }).toMatchObject({ status: 200, body: { type: "cart" } })
})

it("a session that was replaced by a change of the cart orders nothing", async () => {
  const session = await startFirst(shop)
  await chooseShipping(shop, session.cartId, "standard")
  expect(await askWhere(shop, session)).toMatchObject({
    ...{ status: 404, body: { code: "checkout_session_gone" } },
  })
})

it("a shopper cannot order first where the shop does not: neither by the session's data nor by an old one", async () => {
  const old = await startFirst(shop)
  await storeSettings(shop, { orderFirst: null })
  const answer = await askWhere(shop, old)
  expect(answer).toMatchObject({ status: 404, body: { code: "checkout_session_gone" } })
  expect((await completeCart(shop, old.cartId)).body).not.toMatchObject({ type: "order" })
  const data = {
    order_first: true,
    checkout_url: null,
    stx_id: null,
    status: "pending_authorization",
  }
  const forged = await goToCheckout(shop, { data })
  expect(await completeCart(shop, forged.cartId)).toMatchObject({ status: 400 })
  await storeSettings(shop, { orderFirst: true })
})

it("a method that the order could not be paid with is refused before anything is ordered", async () => {
  const provider = "pp_secuconnect-easycredit_secuconnect"
  await expect(startFirst(shop, { provider })).rejects.toThrow("secuconnect_method_amount")
})

it("the admin is told until when the order waits", async () => {
  const { orderId } = await orderFirst(shop)
  const reply = z.object({ unpaid_order: z.object({ cancel_at: z.coerce.date() }) })
  const { unpaid_order } = await shop.admin.ok(reply, linksPath(orderId))
  const hours = (unpaid_order.cancel_at.getTime() - Date.now()) / 3_600_000
  expect(hours).toBeGreaterThan(HOURS - 1)
  expect(hours).toBeLessThanOrEqual(HOURS + 0.1)
  await shop.admin.ok(z.unknown(), `/admin/orders/${orderId}/cancel`, { body: {} })
  expect(await shop.admin.ok(z.object({ unpaid_order: z.null() }), linksPath(orderId))).toBeTruthy()
})

it("a payment that is declined on the page leaves the order as it was, and it is cancelled in time", async () => {
  const { orderId, url } = await orderFirst(shop)
  const shown = await finish(shop, await start(url), { outcome: "decline" })
  expect(titleOf(shown)).toBe("The payment did not work")
  expect(await sumsOf(shop, orderId)).toMatchObject(waits)
  await waitHours(shop, orderId, HOURS)
  expect(await sumsOf(shop, orderId)).toMatchObject({ status: "canceled" })
})

it("with manual capture an order that is authorized on the page is not cancelled", async () => {
  await storeSettings(shop, { capture: "manual" })
  const { orderId, url } = await orderFirst(shop)
  await finish(shop, await start(url))
  expect(await sumsOf(shop, orderId)).toMatchObject({ payment_status: "authorized" })
  await waitHours(shop, orderId, HOURS)
  expect(await unpaidOf(shop, orderId)).toMatchObject({ ended_reason: "paid" })
  expect(await sumsOf(shop, orderId)).toMatchObject({ status: "pending" })
  await storeSettings(shop, { capture: null })
})

it("money that comes after the order was cancelled goes back by itself, where the shop wants that", async () => {
  await storeSettings(shop, { refundOrphans: true })
  const { orderId, url } = await orderFirst(shop)
  const payment = await start(url)
  await loseSight(payment)
  await waitHours(shop, orderId, HOURS)
  expect(await sumsOf(shop, orderId)).toMatchObject({ status: "canceled" })
  await payAt(shop, payment)
  await shop.sandbox.calm()
  await makeDue(shop, payment)
  await tick(shop)
  await makeDue(shop, payment)
  await tick(shop)
  expect(await effectiveAmount(shop, payment)).toBe(0)
  await storeSettings(shop, { refundOrphans: null })
})

it("the audit reports an order that lives on though its time is long over, and none that waits", async () => {
  const [late, early] = [await orderFirst(shop), await orderFirst(shop)]
  await start(early.url)
  await shop.db.run(`UPDATE secuconnect_unpaid_order SET due_at = now() + interval '1 day',
    placed_at = now() - interval '${String(HOURS + 25)} hours' WHERE order_id = '${late.orderId}'`)
  const { text } = await runAudit(shop.command.env, "from=2020-01-01", "to=2100-01-01", "csv")
  const lines = text.split("\n").filter((line) => line.startsWith("violation"))
  const lawsOf = (orderId: string) =>
    lines.filter((line) => line.includes(orderId)).map((line) => line.split(",")[3])
  expect(lawsOf(late.orderId)).toEqual(["order_first_too_old"])
  expect(lawsOf(early.orderId)).toEqual([])
})
