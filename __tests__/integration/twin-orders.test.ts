import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"

import { runWorkflow } from "../support/carts/admin"
import { debtOf, editOrder, readOrder } from "../support/carts/after-the-order"
import { buy, createMerchant, effectiveAmount, type Paid } from "../support/money"
import { share } from "../support/proof"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { CASE, comeBack, payAt, startPaymentOf, variantIds } from "../support/shopper"
import { createGates, type GateSpec } from "../support/write-gates"

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
    payment_collections: z.array(
      z.object({
        status: z.string(),
        amount: z.number(),
        authorized_amount: z.number().nullable(),
        captured_amount: z.number().nullable(),
        refunded_amount: z.number().nullable(),
      }),
    ),
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

/** What the core writes of a refund: the collection's sums, the order's transaction, its credit line. */
const WRITES = {
  payment_collection: "UPDATE",
  order_transaction: "INSERT",
  order_change: "INSERT",
} as const

type Place = keyof typeof WRITES

/** The core's next write of this kind fails, as if the server had died there. */
async function breakOff(place: Place, act: () => Promise<unknown>) {
  await shop.db.run(`CREATE FUNCTION break_off() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION 'broken off'; END; $$ LANGUAGE plpgsql`)
  await shop.db.run(
    `CREATE TRIGGER break_off BEFORE ${WRITES[place]} ON ${place}
      FOR EACH ROW EXECUTE FUNCTION break_off()`,
  )
  try {
    await act()
  } finally {
    await shop.db.run("DROP FUNCTION break_off CASCADE")
  }
}

/** Ten minutes pass for what was booked: nothing of it can be on its way any more. */
async function age(): Promise<void> {
  for (const table of ["capture", "refund", "order_transaction", "secuconnect_money_request"]) {
    await shop.db.run(`UPDATE ${table} SET created_at = created_at - interval '10 minutes'`)
  }
}

const push = ({ stx }: Paid) => shop.sandbox.push(stx)

interface Story {
  what: string
  place: Place
  /** What happens before, to both. */
  before: (order: Paid) => Promise<unknown>
  /** What the twin does undisturbed. */
  act: (order: Paid) => Promise<unknown>
}

const nothing = () => Promise.resolve()
const refund = (amount: number) => (order: Paid) => merchant.refund(order, amount)

/** The order becomes dearer, and has a second collection with a payment of its own. */
async function payMore({ orderId }: Paid): Promise<void> {
  await editOrder({ shop, orderId, variant_id })
  const { id } = await debtOf(shop, orderId)
  await comeBack(await payAt(shop, await startPaymentOf(shop, id), { method: "sofort" }))
}

const STORIES: Story[] = [
  { what: "all of it", place: "order_transaction", before: nothing, act: refund(31.9) },
  { what: "all of it", place: "payment_collection", before: nothing, act: refund(31.9) },
  { what: "the rest", place: "payment_collection", before: refund(11.9), act: refund(20) },
  {
    what: "a part, after an edit that was paid by a link",
    place: "payment_collection",
    before: payMore,
    act: refund(9.99),
  },
  {
    what: "a part, in secuOffice",
    place: "payment_collection",
    before: nothing,
    act: async (order) => {
      await shop.sandbox.happen(order.stx, "refund", 777)
      await push(order)
    },
  },
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
  it.each(share(STORIES))("$what is refunded, and $place fails", async ({ place, before, act }) => {
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

/** Packed by the shop's own code, which no request of the admin keeps apart from a refund. */
async function pack({ orderId: order_id }: Paid): Promise<void> {
  const { items } = await readOrder(shop, order_id)
  const input = { order_id, items: items.map(({ id }) => ({ id, quantity: 1 })) }
  await runWorkflow(shop, "create-order-fulfillment", input)
}

const CREDIT_LINE: GateSpec = {
  table: "order_change",
  on: "INSERT",
  when: "NEW.change_type = 'credit_line'",
}

/**
 * The core's change that brings a credit line has its version already, and is not written before
 * something else was done beside it.
 */
async function whileCreditLineIsWritten(act: () => Promise<unknown>, beside: () => Promise<void>) {
  const [gate] = await createGates(shop.db, [CREDIT_LINE])
  await gate?.close()
  const acting = act()
  await gate?.somebodyWaits()
  await beside()
  await gate?.open("written")
  await acting
}

const creditLines = z.object({ n: z.number() })

async function countCreditLines({ orderId }: Paid): Promise<number> {
  const sql = `SELECT count(*)::int AS n FROM order_credit_line c JOIN "order" o ON o.id = c.order_id
    AND o.version = c.version WHERE o.id = $1 AND c.deleted_at IS NULL`
  return (await shop.db.rows(creditLines, sql, [orderId]))[0]?.n ?? 0
}

/** A server died between beginning and confirming the change of a credit line. */
async function leaveChangeOpen({ orderId }: Paid): Promise<void> {
  const sql = `INSERT INTO order_change (id, order_id, version, status, change_type, created_at)
    SELECT 'ordch_' || md5(id), id, version + 1, 'pending', 'credit_line', now() - interval '1 hour'
    FROM "order" WHERE id = $1`
  await shop.db.rows(z.unknown(), sql, [orderId])
}

const RACES = [
  { what: "a part of it", act: refund(12.34), lines: 1 },
  { what: "all of it", act: refund(31.9), lines: 1 },
  {
    what: "a second part",
    act: refund(7.5),
    before: refund(5),
    lines: 2,
  },
  {
    what: "a part, in secuOffice",
    act: async (order: Paid) => {
      await shop.sandbox.happen(order.stx, "refund", 450)
      await push(order)
    },
    lines: 1,
  },
]

async function mend(order: Paid): Promise<void> {
  await age()
  for (let nth = 0; nth < 3; nth += 1) expect(await push(order)).toEqual([200])
}

describe("an order that is packed while a refund gets its credit line is what its twin is", () => {
  it.each(share(RACES))("$what is refunded", async ({ act, before = nothing, lines }) => {
    const twin = await buy(shop)
    const mended = await buy(shop)
    for (const order of [twin, mended]) await before(order)
    await act(twin)
    await pack(twin)
    await whileCreditLineIsWritten(
      () => act(mended),
      () => pack(mended),
    )
    expect(await countCreditLines(mended)).toBe(lines - 1)
    for (const order of [twin, mended]) await mend(order)
    expect(await sumsOf(mended)).toEqual(await sumsOf(twin))
    expect(await countCreditLines(mended)).toBe(await countCreditLines(twin))
    expect(await countCreditLines(twin)).toBe(lines)
  })
})

const optionsReply = z.object({ shipping_options: z.array(z.object({ id: z.string() })) })
const locationsReply = z.object({ stock_locations: z.array(z.object({ id: z.string() })) })

async function returnOf({ orderId: order_id }: Paid) {
  const { shipping_options } = await shop.admin.ok(optionsReply, "/admin/shipping-options?limit=1")
  const { stock_locations } = await shop.admin.ok(locationsReply, "/admin/stock-locations?limit=1")
  const { items } = await readOrder(shop, order_id)
  return {
    ...{ order_id, location_id: stock_locations[0]?.id },
    items: [{ id: items[0]?.id, quantity: 1 }],
    return_shipping: { option_id: shipping_options[0]?.id },
  }
}

/** The customer asks to send an article back, and no merchant need agree. */
async function askToReturn(order: Paid): Promise<void> {
  await shop.store.ok(z.unknown(), "/store/returns", { body: await returnOf(order) })
}

/** The same by the shop's own code. */
async function takeBack(order: Paid): Promise<void> {
  await runWorkflow(shop, "create-complete-return-order", await returnOf(order))
}

it("a return that a customer begins waits while a refund gets its credit line", async () => {
  const order = await buy(shop)
  await pack(order)
  let asking = Promise.resolve()
  await whileCreditLineIsWritten(
    () => refund(12.34)(order),
    async () => {
      asking = askToReturn(order)
      const first = await Promise.race([
        asking.then(() => "done"),
        sleep(3_000).then(() => "waits"),
      ])
      expect(first).toBe("waits")
    },
  )
  await asking
  expect(await countCreditLines(order)).toBe(1)
})

it("a return that the shop's own code makes beside a refund costs it no credit line for long", async () => {
  const twin = await buy(shop)
  const mended = await buy(shop)
  for (const order of [twin, mended]) await pack(order)
  await refund(12.34)(twin)
  await takeBack(twin)
  await whileCreditLineIsWritten(
    () => refund(12.34)(mended),
    () => takeBack(mended),
  )
  expect(await countCreditLines(mended)).toBe(0)
  for (const order of [twin, mended]) await mend(order)
  expect(await sumsOf(mended)).toEqual(await sumsOf(twin))
  expect(await countCreditLines(mended)).toBe(1)
})

describe("an order whose credit line was begun by a server that died", () => {
  it("gets it, and can be refunded and edited again", async () => {
    const twin = await buy(shop)
    const mended = await buy(shop)
    await refund(12.34)(twin)
    await breakOff("order_change", () => refund(12.34)(mended))
    await leaveChangeOpen(mended)
    for (const order of [twin, mended]) await mend(order)
    expect(await sumsOf(mended)).toEqual(await sumsOf(twin))
    for (const order of [twin, mended]) expect((await refund(3)(order)).status).toBe(200)
    expect(await sumsOf(mended)).toEqual(await sumsOf(twin))
  })
})
