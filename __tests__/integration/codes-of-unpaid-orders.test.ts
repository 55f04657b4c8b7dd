import { z } from "zod"

import { reduceOrder } from "../support/carts/after-the-order"
import { setDays } from "../support/ledger"
import { buy, createMerchant, type Paid } from "../support/money"
import { orderFirst, storeSettings, waitHours } from "../support/order-first"
import { sumsOf } from "../support/order-sums"
import { convertDraft, makeDraft, makeLink, start } from "../support/payment-links"
import { pushed } from "../support/pushed"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { payAt } from "../support/shopper"
import { until } from "../support/until"

/*
 * Medusa counts a discount code when the order is placed, and no cancellation takes that back: an order that
 * nobody ever paid would have used up a code that can be used once.
 */

const HOURS = 60

let shop: Shop
let nth = 0

beforeAll(async () => {
  const options = { prepaymentExpiryDays: 7, cancelExpiredOrders: true, orderFirstHours: HOURS }
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false }, options })
})

afterAll(() => shop.stop())

/** A code that may be used once, or so often, for five euros. */
async function makeCode(limit = 1): Promise<string> {
  nth += 1
  const code = `ONCE-${nth}`
  const application_method = {
    ...{ type: "fixed", target_type: "order", allocation: "across", value: 5 },
    currency_code: "eur",
  }
  const campaign = {
    ...{ name: code, campaign_identifier: code },
    budget: { type: "usage", limit },
  }
  const body = { code, type: "standard", status: "active", application_method, campaign }
  await shop.admin.ok(z.unknown(), "/admin/promotions", { body })
  return code
}

const usedRow = z.object({ used: z.number() })

/** How often a code was used, as Medusa counts. */
async function usedOf(code: string): Promise<number | undefined> {
  const sql = `SELECT b.used::int AS used FROM promotion_campaign_budget b
    JOIN promotion_campaign c ON c.id = b.campaign_id WHERE c.campaign_identifier = $1`
  return (await shop.db.rows(usedRow, sql, [code]))[0]?.used
}

interface Way {
  what: string
  place: (codes: string[]) => Promise<{ orderId: string }>
  giveUp: (order: { orderId: string }) => Promise<unknown>
}

async function placeFirst(codes: string[]) {
  await storeSettings(shop, { orderFirst: true })
  const order = await orderFirst(shop, { codes })
  await storeSettings(shop, { orderFirst: null })
  return order
}

const started = new Map<string, Paid>()

async function promise(codes: string[]): Promise<Paid> {
  const order = await buy(shop, { method: "prepaid", codes })
  started.set(order.orderId, order)
  return order
}

async function expire({ orderId }: { orderId: string }): Promise<void> {
  const order = started.get(orderId)
  if (!order) throw new Error(`${orderId} waits for no transfer.`)
  // What an edit has set off may still be under way.
  await until("the transfer to be given up", async () => {
    await setDays(shop, order, { waiting_since: 8 })
    await pushed(shop, order)
    return (await shop.sandbox.read(order.stx)).status === "cancelled" ? true : undefined
  })
}

const ways: Way[] = [
  {
    what: "was placed before it was paid and not paid in time",
    place: placeFirst,
    giveUp: ({ orderId }) => waitHours(shop, orderId, HOURS),
  },
  { what: "waited for a transfer that did not come", place: promise, giveUp: expire },
]

describe.each(ways)("an order that $what is cancelled by itself", ({ place, giveUp }) => {
  it("the code that it had used can be used once again", async () => {
    const codes = [await makeCode()]
    const order = await place(codes)
    expect(await usedOf(codes[0] ?? "")).toBe(1)
    for (let nth = 0; nth < 2; nth += 1) await giveUp(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject({ status: "canceled" })
    expect(await usedOf(codes[0] ?? "")).toBe(0)
    await place(codes)
    expect(await usedOf(codes[0] ?? "")).toBe(1)
  })

  it("what an edit has left of its codes stays counted: nobody knows what of it was", async () => {
    const codes = [await makeCode()]
    const order = await place(codes)
    await reduceOrder(shop, order.orderId, 1)
    await giveUp(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject({ status: "canceled" })
    expect(await usedOf(codes[0] ?? "")).toBe(1)
  })
})

const DISCOUNT = "version,items.adjustments.*"
const discounted = z.object({ order: z.unknown() })

it("an order that was written by hand frees none: Medusa counted none of it, but those of other customers", async () => {
  const code = await makeCode(3)
  await placeFirst([code])
  const orderId = await makeDraft(shop, [code])
  await convertDraft(shop, orderId)
  const { order } = await shop.admin.ok(discounted, `/admin/orders/${orderId}?fields=${DISCOUNT}`)
  expect(order).toMatchObject({ version: 1, items: [{ adjustments: [{ code }] }] })
  const { stx } = await start(await makeLink(shop, orderId), "prepaid")
  await payAt(shop, { stx }, { method: "prepaid" })
  await pushed(shop, { stx })
  expect(await usedOf(code)).toBe(1)
  await setDays(shop, { stx }, { waiting_since: 8 })
  await pushed(shop, { stx })
  expect(await sumsOf(shop, orderId)).toMatchObject({ status: "canceled" })
  expect(await usedOf(code)).toBe(1)
})

it("an order that the merchant cancels keeps its code, as Medusa does it", async () => {
  const code = await makeCode()
  const order = await promise([code])
  expect(await createMerchant(shop).cancel(order)).toMatchObject({ status: 200 })
  expect(await usedOf(code)).toBe(1)
})
