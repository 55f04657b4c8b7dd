import { z } from "zod"

import { authorized, readBooks } from "../support/books"
import { debtOf, editOrder, reduceOrder } from "../support/carts/after-the-order"
import { OPEN_CHANGES } from "../support/carts/open-changes"
import { orderSums } from "../support/carts/order-sums"
import { rowOf } from "../support/ledger"
import { buy, createMerchant, effectiveAmount, type Paid } from "../support/money"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { CASE, variantIds } from "../support/shopper"

/*
 * While a change of an order is open, Medusa's core can book no refund that needs a credit line, and
 * cancels no order: it says so only after the payment provider has been called.
 */

const AMOUNT = 31.9
const MINOR = 3190

let shop: Shop
let merchant: ReturnType<typeof createMerchant>

const posts = async () => {
  const made = await shop.sandbox.requests()
  return made.filter(({ method, path }) => method === "POST" && /(cancel|start)$/.test(path))
}

/** Also not when the store tries again by itself, a moment after the order was cancelled. */
const NO_CANCELLATION = { path: "/cancel$", fault: "status", status: 400 } as const

const REFUSED = { body: { code: "secuconnect_money_request_failed" }, status: 400 }

describe("money that is in", () => {
  let order: Paid

  beforeAll(async () => {
    shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
    merchant = createMerchant(shop)
  })
  afterAll(() => shop.stop())
  afterEach(() => shop.sandbox.calm())
  beforeEach(async () => {
    order = await buy(shop)
    await shop.sandbox.forgetRequests()
  })

  describe.each(Object.entries(OPEN_CHANGES))("%s is open", (what, change) => {
    it("a refund is refused before it is sent, says what is open, and works afterwards", async () => {
      const giveUp = await change.begin(shop, order.orderId)
      for (let nth = 0; nth < 2; nth += 1) {
        const answer = await merchant.refund(order, 10)
        expect(answer).toMatchObject(REFUSED)
        expect(answer.text).toContain(`no refund, nothing was sent. ${what} is open`)
      }
      expect(await posts()).toEqual([])
      await giveUp()
      expect(await merchant.refund(order, 10)).toMatchObject({ status: 200 })
      expect(await effectiveAmount(shop, order)).toBe(MINOR - 1000)
      expect(await orderSums(shop, order.orderId)).toMatchObject({
        ...{ total: AMOUNT - 10, refunded_total: 10, pending_difference: 0 },
      })
    })

    it("cancelling the order is refused and gives nothing back; afterwards it gives back all", async () => {
      const giveUp = await change.begin(shop, order.orderId)
      expect(await merchant.cancel(order)).toMatchObject({ status: 400 })
      expect(await posts()).toEqual([])
      expect(await orderSums(shop, order.orderId)).toMatchObject({
        ...{ status: "pending", total: AMOUNT, refunded_total: 0 },
      })
      await giveUp()
      expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
      expect(await effectiveAmount(shop, order)).toBe(0)
    })
  })

  it("what the order owes the customer needs no change: it is refunded while another one is open", async () => {
    await reduceOrder(shop, order.orderId, 1)
    const { pending_difference: pending } = await orderSums(shop, order.orderId)
    expect(pending).toBe(-15.95)
    await begin("A return of this order", order)
    expect(await merchant.refund(order, 15.96)).toMatchObject(REFUSED)
    expect(await posts()).toEqual([])
    expect(await merchant.refund(order, 15.95)).toMatchObject({ status: 200 })
    expect(await effectiveAmount(shop, order)).toBe(1595)
    expect(await orderSums(shop, order.orderId)).toMatchObject({ pending_difference: 0 })
  })

  it("a refund made elsewhere is booked while a change is open, as far as the order owes it", async () => {
    await reduceOrder(shop, order.orderId, 1)
    const giveUp = await begin("An exchange of this order", order)
    await shop.sandbox.happen(order.stx, "refund", 1595)
    expect(await shop.sandbox.push(order.stx)).toEqual([200])
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
    await shop.sandbox.happen(order.stx, "refund", 500)
    await letRefundsAge(order)
    expect(await shop.sandbox.push(order.stx)).toEqual([200])
    expect(await rowOf(shop, order)).toMatchObject({ attention: "refund_not_booked" })
    await giveUp()
    expect(await shop.sandbox.push(order.stx)).toEqual([200])
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
    expect(await orderSums(shop, order.orderId)).toMatchObject({
      ...{ total: 10.95, refunded_total: 20.95, pending_difference: 0 },
    })
  })

  it("on a cancelled order a refund of what was kept is refused: Medusa could not book it", async () => {
    await shop.sandbox.disturb(NO_CANCELLATION)
    expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
    await shop.sandbox.forgetRequests()
    const answer = await merchant.refund(order, 10)
    expect(answer).toMatchObject(REFUSED)
    expect(answer.text).toContain("The order is cancelled")
    const asked = (await posts()).map(({ body }) => body)
    expect(asked).not.toContainEqual(expect.objectContaining({ reduce_amount_by: 1000 }))
  })
})

describe("an authorization", () => {
  let order: Paid

  beforeAll(async () => {
    const options = { capture: "manual" }
    shop = await sharedShop({ clock: "stands", options, sandbox: { pushes: false } })
    merchant = createMerchant(shop)
  })
  afterAll(() => shop.stop())
  afterEach(() => shop.sandbox.calm())
  beforeEach(async () => {
    order = await buy(shop)
    await shop.sandbox.forgetRequests()
  })

  it.each([
    "An edit of this order",
    "A claim of this order",
    "A request to transfer this order to another customer",
  ])("%s is open: cancelling the order is refused and the authorization stays", async (what) => {
    const giveUp = await begin(what, order)
    expect(await merchant.cancel(order)).toMatchObject({ status: 400 })
    expect(await posts()).toEqual([])
    expect(await readBooks(shop, order.cartId)).toEqual(authorized(AMOUNT))
    await giveUp()
    expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
    expect(await shop.sandbox.read(order.stx)).toMatchObject({ status: "cancelled" })
  })

  it("is captured while a change is open: a capture needs none", async () => {
    await begin("A return of this order", order)
    expect(await merchant.capture(order)).toMatchObject({ status: 200 })
    expect(await orderSums(shop, order.orderId)).toMatchObject({
      ...{ paid_total: AMOUNT, pending_difference: 0 },
    })
  })

  it("is cancelled by an order edit that is confirmed, as Medusa's core does it", async () => {
    const variant_id = (await variantIds(shop)).get(CASE) ?? ""
    await editOrder({ shop, orderId: order.orderId, variant_id })
    expect(await shop.sandbox.read(order.stx)).toMatchObject({ status: "cancelled" })
    expect((await debtOf(shop, order.orderId)).amount).toBeGreaterThan(AMOUNT)
  })

  it("is not captured for an order that is cancelled", async () => {
    await shop.sandbox.disturb(NO_CANCELLATION)
    expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
    await shop.sandbox.forgetRequests()
    const answer = await merchant.capture(order)
    expect(answer).toMatchObject(REFUSED)
    expect(answer.text).toContain("The order is cancelled: nothing is charged for it")
    expect((await posts()).filter(({ path }) => path.endsWith("/start"))).toEqual([])
  })
})

const begin = (what: string, { orderId }: Paid) => OPEN_CHANGES[what]!.begin(shop, orderId)

/** A refund made elsewhere is not booked right after another one of the same payment. */
async function letRefundsAge({ paymentId }: Paid): Promise<void> {
  const sql = "UPDATE refund SET created_at = now() - interval '3 minutes' WHERE payment_id = $1"
  await shop.db.rows(z.unknown(), sql, [paymentId])
}
