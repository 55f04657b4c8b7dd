import { z } from "zod"

import { brokenLaws, runAudit } from "../soak/run-audit"
import { letBooksAge } from "../support/books"
import { reduceOrder } from "../support/carts/after-the-order"
import { orderSums } from "../support/carts/order-sums"
import { returnArticle } from "../support/carts/returns"
import { buy, createMerchant, type Paid } from "../support/money"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { forgetVersionsAfter } from "../support/wrong-state-steps"

/*
 * Of what the shop owes a merchant gives store credit, or keeps a fee, with a credit line below zero. No refund
 * has made it, and nothing of it is missing.
 */

/** An order of 31.90, two articles of 15.95. */
const PAID = { status: "pending", paid_total: 31.9, pending_difference: 0 } as const

let shop: Shop
let merchant: ReturnType<typeof createMerchant>
const orders = new Map<string, Paid>()

const writeLine = ({ orderId }: Paid, amount: number) =>
  shop.admin.ok(z.unknown(), `/admin/orders/${orderId}/credit-lines`, {
    body: { amount, reference: "refund", reference_id: orderId },
  })

const refund = async (order: Paid, amount: number) => {
  expect(await merchant.refund(order, amount)).toMatchObject({ status: 200 })
}

interface Story {
  what: string
  play: (order: Paid) => Promise<void>
  sums: object
  lines: number[]
}

const STORIES: Story[] = [
  {
    what: "a fee is kept of an article that came back, and the rest refunded",
    async play(order) {
      await returnArticle(shop, order.orderId)
      await writeLine(order, -5)
      await refund(order, 10.95)
    },
    sums: { ...PAID, total: 20.95, refunded_total: 10.95 },
    lines: [-5],
  },
  {
    what: "a part was refunded long ago, and an article that came back is store credit",
    async play(order) {
      await refund(order, 5)
      await returnArticle(shop, order.orderId)
      await writeLine(order, -15.95)
    },
    sums: { ...PAID, total: 26.9, refunded_total: 5 },
    lines: [-15.95, 5],
  },
]

/** What the order has now, lowest first. */
async function linesOf({ orderId }: Paid): Promise<number[]> {
  const sql = `SELECT l.amount::float FROM order_credit_line l
    JOIN "order" o ON o.id = l.order_id AND o.version = l.version
    WHERE o.id = $1 AND l.deleted_at IS NULL ORDER BY l.amount`
  const rows = await shop.db.rows(z.object({ amount: z.number() }), sql, [orderId])
  return rows.map(({ amount }) => amount)
}

const audit = () => runAudit(shop.command.env, "from=2020-01-01", "to=2100-01-01")

async function bought(what: string): Promise<Paid> {
  const order = orders.get(what) ?? (await buy(shop))
  orders.set(what, order)
  return order
}

/** Nothing of it is on its way any more, and secuconnect says that there is news. */
async function check(order: Paid): Promise<void> {
  await letBooksAge(shop, order)
  expect(await shop.sandbox.push(order.stx)).toEqual([200])
}

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
  merchant = createMerchant(shop)
  for (const { what, play } of STORIES) await play(await bought(what))
})

afterAll(() => shop.stop())

it("the audit finds no credit line missing before anything was checked", async () => {
  expect((await audit()).text).toContain("The books balance: no difference.")
})

it.each(STORIES)("$what: checks leave the order even", async ({ what, sums, lines }) => {
  const order = await bought(what)
  expect(await orderSums(shop, order.orderId)).toMatchObject(sums)
  for (let nth = 0; nth < 3; nth++) await check(order)
  expect(await linesOf(order)).toEqual(lines)
  expect(await orderSums(shop, order.orderId)).toMatchObject(sums)
})

describe("a refund whose credit line the core did not write, of an order with store credit", () => {
  const sums = { ...PAID, total: 26.9, refunded_total: 5 }

  it("is missed by the audit", async () => {
    const order = await bought("store credit, then a refund")
    await reduceOrder(shop, order.orderId, 1)
    await writeLine(order, -15.95)
    await refund(order, 5)
    expect(await orderSums(shop, order.orderId)).toMatchObject(sums)
    await forgetVersionsAfter(shop, order, 3)
    expect(await orderSums(shop, order.orderId)).toMatchObject({ pending_difference: 5 })
    const found = await audit()
    expect(found.text).toContain("the credit line is missing: 5.00 EUR")
    expect(brokenLaws(found)).toEqual(["credit_line_missing", "order_underpaid"])
  })

  it("gets it with the next check", async () => {
    const order = await bought("store credit, then a refund")
    for (let nth = 0; nth < 3; nth++) await check(order)
    expect(await linesOf(order)).toEqual([-15.95, 5])
    expect(await orderSums(shop, order.orderId)).toMatchObject(sums)
  })
})

it("the audit finds all of them balanced", async () => {
  const { code, text } = await audit()
  expect(text).toContain("The books balance: no difference.")
  expect(text).toContain(`${orders.size} checkouts compared`)
  expect(code).toBe(0)
})
