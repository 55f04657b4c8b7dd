import { z } from "zod"

import { runAudit } from "../soak/run-audit"
import { rowOf } from "../support/ledger"
import { buy, createMerchant, effectiveAmount, type Paid } from "../support/money"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { CASE, PEN, type CartWish } from "../support/shopper"

let shop: Shop
let merchant: ReturnType<typeof createMerchant>

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
  merchant = createMerchant(shop)
})

afterAll(() => shop.stop())

const line = z.object({ total: z.number() })
const orderReply = z.object({
  order: z.object({
    total: z.number(),
    payment_status: z.string(),
    items: z.array(line),
    shipping_methods: z.array(line),
    summary: z.object({ refunded_total: z.number(), pending_difference: z.number() }),
  }),
})

async function readOrder({ orderId }: Paid) {
  const fields = "total,payment_status,items.total,shipping_methods.total,*summary"
  return (await shop.admin.ok(orderReply, `/admin/orders/${orderId}?fields=${fields}`)).order
}

/** What Medusa shows as the total of each article and of the shipping. */
async function partsOf(order: Paid): Promise<number[]> {
  const { items, shipping_methods } = await readOrder(order)
  return [...items, ...shipping_methods].map(({ total }) => total).filter((total) => total > 0)
}

const PENCILS = "PENCIL-2B-6"

/** Rounded one by one, the lines come to a cent too much or too little. */
const DISCOUNTED: { what: string; wish: CartWish }[] = [
  {
    what: "two pens, a case and pencils",
    wish: { items: { [PEN]: 2, [CASE]: 1, [PENCILS]: 1 }, codes: ["WELCOME5"] },
  },
  {
    what: "two pens, three cases and three times pencils",
    wish: { items: { [PEN]: 2, [CASE]: 3, [PENCILS]: 3 }, codes: ["WELCOME5"] },
  },
  {
    what: "four pens, a case and pencils twice, with shipping",
    wish: {
      items: { [PEN]: 4, [CASE]: 1, [PENCILS]: 2 },
      codes: ["WELCOME5"],
      shipping: "standard",
    },
  },
]

describe.each(DISCOUNTED)("$what, less 5.00 across all of it", ({ wish }) => {
  it.each(["first to last", "last to first"])("refunded line by line, %s", async (order) => {
    const paid = await buy(shop, wish)
    const charged = await effectiveAmount(shop, paid)
    const parts = await partsOf(paid)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of order === "first to last" ? parts : parts.toReversed()) {
      expect(await merchant.refund(paid, part)).toMatchObject({ status: 200 })
    }
    expect(charged).toBeGreaterThan(0)
    await expectAllGivenBack(paid)
  })

  it("refunded but for one line, and the rest in secuOffice", async () => {
    const paid = await buy(shop, wish)
    const [, ...parts] = await partsOf(paid)
    for (const part of parts) {
      expect(await merchant.refund(paid, part)).toMatchObject({ status: 200 })
    }
    await shop.db.run("UPDATE refund SET created_at = created_at - interval '3 minutes'")
    await shop.sandbox.happen(paid.stx, "refund", await effectiveAmount(shop, paid))
    expect(await shop.sandbox.push(paid.stx)).toEqual([200])
    await expectAllGivenBack(paid)
  })
})

async function expectAllGivenBack(paid: Paid): Promise<void> {
  expect(await effectiveAmount(shop, paid)).toBe(0)
  expect(await shop.sandbox.push(paid.stx)).toEqual([200])
  expect((await rowOf(shop, paid)).attention).toBeNull()
  const { payment_status, total, summary } = await readOrder(paid)
  expect(payment_status).toBe("refunded")
  expect(total).toBeCloseTo(0, 8)
  expect(summary.pending_difference).toBeCloseTo(0, 8)
}

it("the audit finds the books in balance", async () => {
  const { code, text } = await runAudit(shop.command.env, "from=2020-01-01", "to=2100-01-01")
  expect(text).toContain("The books balance: no difference.")
  expect(code).toBe(0)
})
