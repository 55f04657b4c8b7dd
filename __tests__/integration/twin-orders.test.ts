import { z } from "zod"

import { editOrder } from "../support/carts/after-the-order"
import { buy, createMerchant, effectiveAmount, type Paid } from "../support/money"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { CASE, variantIds } from "../support/shopper"

let shop: Shop
let merchant: ReturnType<typeof createMerchant>
let variant_id: string

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
  merchant = createMerchant(shop)
  variant_id = (await variantIds(shop)).get(CASE) ?? ""
})

afterAll(() => shop.stop())

const orderReply = z.object({
  order: z.object({
    payment_status: z.string(),
    total: z.number(),
    credit_line_total: z.number(),
    payment_collections: z.array(z.object({ status: z.string(), amount: z.number() })),
    summary: z.object({
      paid_total: z.number(),
      refunded_total: z.number(),
      pending_difference: z.number(),
    }),
  }),
})

/** Everything that Medusa says of an order's money. */
async function sumsOf({ orderId }: Paid) {
  const fields = "payment_status,total,credit_line_total,*summary,*payment_collections"
  return (await shop.admin.ok(orderReply, `/admin/orders/${orderId}?fields=${fields}`)).order
}

/** The core's next write of this kind fails, as if the server had died there. */
async function breakOff(place: "order_transaction" | "order_change", act: () => Promise<unknown>) {
  await shop.db.run(`CREATE FUNCTION break_off() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION 'broken off'; END; $$ LANGUAGE plpgsql`)
  await shop.db.run(
    `CREATE TRIGGER break_off BEFORE INSERT ON ${place} FOR EACH ROW EXECUTE FUNCTION break_off()`,
  )
  try {
    await act()
  } finally {
    await shop.db.run("DROP FUNCTION break_off CASCADE")
  }
}

/** Ten minutes pass for what was booked: nothing of it can be on its way any more. */
async function age(): Promise<void> {
  for (const table of ["capture", "refund", "order_transaction"]) {
    await shop.db.run(`UPDATE ${table} SET created_at = created_at - interval '10 minutes'`)
  }
}

const push = ({ stx }: Paid) => shop.sandbox.push(stx)

interface Story {
  what: string
  place: "order_transaction" | "order_change"
  /** What happens before, to both. */
  before: (order: Paid) => Promise<unknown>
  /** What the twin does undisturbed. */
  act: (order: Paid) => Promise<unknown>
}

const nothing = () => Promise.resolve()
const refund = (amount: number) => (order: Paid) => merchant.refund(order, amount)

const STORIES: Story[] = [
  { what: "all of it", place: "order_transaction", before: nothing, act: refund(31.9) },
  { what: "a part of it", place: "order_change", before: nothing, act: refund(12.34) },
  { what: "a second part", place: "order_change", before: refund(5), act: refund(7.5) },
  {
    what: "a part, after an edit that is not paid yet",
    place: "order_transaction",
    before: ({ orderId }) => editOrder({ shop, orderId, variant_id }),
    act: refund(20),
  },
  {
    what: "a part, in secuOffice",
    place: "order_change",
    before: nothing,
    act: async (order) => {
      await shop.sandbox.happen(order.stx, "refund", 450)
      await push(order)
    },
  },
]

describe("an order whose refund broke off is mended to what its undisturbed twin is", () => {
  it.each(STORIES)("$what is refunded, and $place fails", async ({ place, before, act }) => {
    const twin = await buy(shop)
    const mended = await buy(shop)
    for (const order of [twin, mended]) await before(order)
    await age()
    await act(twin)
    await breakOff(place, () => act(mended))
    await age()
    for (const order of [twin, mended]) {
      expect(await push(order)).toEqual([200])
      expect(await push(order)).toEqual([200])
    }
    expect(await effectiveAmount(shop, mended)).toBe(await effectiveAmount(shop, twin))
    expect(await sumsOf(mended)).toEqual(await sumsOf(twin))
    for (const { orderId } of [twin, mended]) await editOrder({ shop, orderId, variant_id })
    expect(await sumsOf(mended)).toEqual(await sumsOf(twin))
  })
})
