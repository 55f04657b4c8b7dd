import { z } from "zod"

import { debtOf, editOrder, reduceOrder } from "../support/carts/after-the-order"
import { make } from "../support/carts/admin"
import { pushed } from "../support/pushed"
import { rowOf, setDays } from "../support/ledger"
import { buy, createMerchant, type Paid } from "../support/money"
import { sumsOf } from "../support/order-sums"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { CASE, comeBack, payAt, startPaymentOf, variantIds } from "../support/shopper"
import { until } from "../support/until"

let shop: Shop

beforeAll(async () => {
  const options = { prepaymentReminderDays: 3, prepaymentExpiryDays: 7 }
  shop = await sharedShop({ clock: "stands", options, sandbox: { pushes: false } })
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

const details = z.object({ amount: z.number(), qr_svg: z.string().nullable().optional() })
const storeReply = z.object({
  payment: z.object({
    state: z.string(),
    text: z.string(),
    transfer_details: details.nullable(),
  }),
})
const adminReply = z.object({
  payments: z.array(
    z.object({
      id: z.string(),
      transfer: details.nullable(),
      warnings: z.array(z.object({ code: z.string() })),
      actions: z.array(z.string()),
    }),
  ),
})

async function onOrderPage({ orderId }: Paid) {
  return (await shop.store.ok(storeReply, `/store/secuconnect/orders/${orderId}`)).payment
}

async function onCard(order: Paid) {
  const path = `/admin/secuconnect/orders/${order.orderId}/payments`
  const [card] = (await shop.admin.ok(adminReply, path)).payments.slice(-1)
  if (!card) throw new Error("The order has no card.")
  return card
}

const payload = z.object({ transfer_details: details.optional() })

/** What the events of a waiting payment have told so far, oldest first. */
async function inEvents(order: Paid, name: "payment_waiting" | "payment_reminder") {
  const { id } = await rowOf(shop, order)
  const sql = `SELECT payload FROM secuconnect_checkout_event
    WHERE checkout_id = $1 AND event_name = $2 ORDER BY created_at`
  const rows = await shop.db.rows(z.object({ payload }), sql, [id, `secuconnect.${name}`])
  return rows.map((row) => row.payload.transfer_details?.amount ?? null)
}

const check = (order: Paid) => pushed(shop, order)

const AGED = `SELECT waiting_since < now() - interval '3 days' AS aged
  FROM secuconnect_checkout WHERE stx_id = $1`

/** Four days later: the reminder is due. What follows from an edit may still be writing the row. */
async function wait(order: Paid): Promise<void> {
  await until("the reminder to be due", async () => {
    await setDays(shop, order, { waiting_since: 4 })
    await check(order)
    const [row] = await shop.db.rows(z.object({ aged: z.boolean() }), AGED, [order.stx])
    return row?.aged ? true : undefined
  })
}

async function remind(order: Paid) {
  const { id } = await rowOf(shop, order)
  return await shop.admin.call(`/admin/secuconnect/payments/${id}/remind`, { body: {} })
}

async function payByLink({ orderId }: Paid, amount: number): Promise<void> {
  const id = await make(shop, "/admin/payment-collections", { order_id: orderId, amount })
  const link = await startPaymentOf(shop, id)
  await comeBack(await payAt(shop, link, { method: "sofort" }))
}

async function credit({ orderId }: Paid, amount: number): Promise<void> {
  await shop.admin.ok(z.unknown(), `/admin/orders/${orderId}/credit-lines`, {
    body: { amount, reference: "goodwill", reference_id: orderId },
  })
}

async function editUp({ orderId }: Paid): Promise<void> {
  await editOrder({ shop, orderId, variant_id: (await variantIds(shop)).get(CASE) ?? "" })
}

/** The sum in an EPC code is what the QR code is made of. */
const isTold = async (order: Paid, amount: number | null) => {
  const [page, card] = [await onOrderPage(order), await onCard(order)]
  expect(page.transfer_details?.amount ?? null).toBe(amount)
  expect(card.transfer?.amount ?? null).toBe(amount)
  expect(card.transfer?.qr_svg).toEqual(page.transfer_details?.qr_svg)
  return { page, card }
}

const buyByTransfer = () => buy(shop, { method: "prepaid" })

interface Change {
  what: string
  change: (order: Paid) => Promise<unknown>
}

describe("a transfer of 31.90 that is more than its order needs since", () => {
  it.each<Change & { needed: number }>([
    {
      what: "an edit has taken an article off",
      change: ({ orderId }) => reduceOrder(shop, orderId, 1),
      needed: 15.95,
    },
    { what: "a credit was given", change: (order) => credit(order, 5), needed: 26.9 },
    { what: "a part was paid by a link", change: (order) => payByLink(order, 7.5), needed: 24.4 },
    {
      what: "an edit has made it dearer, and a credit cheaper",
      change: async (order) => {
        await editUp(order)
        await credit(order, 20)
      },
      needed: 29.85,
    },
  ])(
    "because $what: nobody is told to transfer, and a person is told",
    async ({ change, needed }) => {
      const order = await buyByTransfer()
      await isTold(order, 31.9)
      await change(order)
      await isTold(order, null)
      await check(order)
      const { page, card } = await isTold(order, null)
      expect(page).toMatchObject({ state: "waiting" })
      expect(page.text).toMatch(/nicht nach den bisherigen Angaben|not transfer with the earlier/)
      expect(card.warnings).toEqual([expect.objectContaining({ code: "transfer_too_high" })])
      expect(card.actions).toEqual(["refresh", "cancel"])
      await wait(order)
      expect(await inEvents(order, "payment_reminder")).toEqual([])
      expect((await remind(order)).status).toBe(400)
      expect((await sumsOf(shop, order.orderId)).pending_difference).toBe(needed)
    },
  )

  it("comes all the same: it is booked, and what is too much can be refunded", async () => {
    const order = await buyByTransfer()
    await reduceOrder(shop, order.orderId, 1)
    await check(order)
    await shop.sandbox.happen(order.stx, "money_arrived")
    await check(order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject({
      ...{ paid_total: 31.9, pending_difference: -15.95 },
    })
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
    await isTold(order, null)
  })

  it("is what the order needs again after another edit: it is told again", async () => {
    const order = await buyByTransfer()
    await credit(order, 10)
    await check(order)
    expect(await rowOf(shop, order)).toMatchObject({ attention: "transfer_too_high" })
    await editUp(order)
    await check(order)
    expect(await rowOf(shop, order)).toMatchObject({ attention: null })
    await isTold(order, 31.9)
    await wait(order)
    expect(await inEvents(order, "payment_reminder")).toEqual([31.9])
  })
})

describe("a transfer of 31.90 that is still needed", () => {
  it("after an edit upward: it stays as it is, and the rest is not asked for with it", async () => {
    const order = await buyByTransfer()
    await editUp(order)
    await check(order)
    const { page, card } = await isTold(order, 31.9)
    expect(page.text).toMatch(
      /nur den angegebenen Betrag, der Rest|the given amount all the same, the rest/,
    )
    expect(card.warnings).toEqual([])
    await wait(order)
    expect(await inEvents(order, "payment_reminder")).toEqual([31.9])
  })

  it("and was reduced to 20.00 in secuOffice: 20.00, everywhere", async () => {
    const order = await buyByTransfer()
    expect(await inEvents(order, "payment_waiting")).toEqual([31.9])
    await shop.sandbox.happen(order.stx, "refund", 1190)
    await check(order)
    await isTold(order, 20)
    expect((await remind(order)).status).toBe(200)
    expect(await inEvents(order, "payment_reminder")).toEqual([20])
    await shop.sandbox.happen(order.stx, "money_arrived")
    await check(order)
    expect(await rowOf(shop, order)).toMatchObject({ attention: null, mismatch: null })
    expect(await sumsOf(shop, order.orderId)).toMatchObject({
      ...{ paid_total: 31.9, refunded_total: 11.9 },
    })
  })

  it("and was reduced in secuOffice, and the order along with it", async () => {
    const order = await buyByTransfer()
    await shop.sandbox.happen(order.stx, "refund", 500)
    await credit(order, 5)
    await check(order)
    const { card } = await isTold(order, 26.9)
    expect(card.warnings).toEqual([])
  })

  it("is that of a payment link: it is told, although the order was paid once", async () => {
    const order = await buy(shop, { method: "sofort" })
    await editUp(order)
    const { id } = await debtOf(shop, order.orderId)
    const link = await startPaymentOf(shop, id)
    await comeBack(await payAt(shop, link, { method: "prepaid" }))
    const page = await onOrderPage(order)
    expect(page).toMatchObject({ state: "waiting", transfer_details: { amount: 17.95 } })
    await shop.sandbox.happen(link.stx, "money_arrived")
    await check({ ...order, ...link })
    expect(await onOrderPage(order)).toMatchObject({ state: "paid", transfer_details: null })
  })
})

describe("a transfer of 31.90 that nobody needs any more", () => {
  it.each<Change>([
    { what: "the order was canceled", change: (order) => createMerchant(shop).cancel(order) },
    { what: "a link has paid for all of it", change: (order) => payByLink(order, 31.9) },
    { what: "a credit covers all of it", change: (order) => credit(order, 31.9) },
  ])("because $what: nothing, before anybody has looked", async ({ change }) => {
    const order = await buyByTransfer()
    await change(order)
    const page = await onOrderPage(order)
    expect(page.transfer_details).toBeNull()
    expect(page.state).not.toBe("waiting")
    expect((await onCard(order)).transfer).toBeNull()
    expect((await remind(order)).status).toBe(400)
  })
})

describe("an invoice of 31.90", () => {
  it("is told with what a refund has left of it", async () => {
    const order = await buy(shop, { method: "invoice" })
    await isTold(order, 31.9)
    expect(await createMerchant(shop).refund(order, 10)).toMatchObject({ status: 200 })
    await isTold(order, 21.9)
  })
})
