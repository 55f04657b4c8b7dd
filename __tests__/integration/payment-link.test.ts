import { z } from "zod"

import { make } from "../support/carts/admin"
import { editOrder, readOrder } from "../support/carts/after-the-order"
import { makeDue, rowOf } from "../support/ledger"
import { buy, createMerchant, type Paid } from "../support/money"
import { tick } from "../support/carts/tick"
import { paidOnce, sumsOf } from "../support/order-sums"
import {
  expiredOrder,
  finish,
  linksPath,
  makeLink,
  open,
  seeCancelled,
  start,
  titleOf,
} from "../support/payment-links"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  CASE,
  completeCart,
  PEN,
  fillCart,
  openCollection,
  askForSession,
  variantIds,
} from "../support/shopper"

const TOTAL = 31.9

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

const MANUAL = "pp_system_default"

const regionReply = z.object({
  region: z.object({ payment_providers: z.array(z.object({ id: z.string() })).default([]) }),
})
const orderReply = z.object({ order: z.object({ id: z.string() }) })

it("an order whose transfer expired is paid by card through the link, and the page says so", async () => {
  const order = await expiredOrder(shop)
  const url = await makeLink(shop, order.orderId)
  const page = await open(url)
  expect(page.status).toBe(200)
  expect(titleOf(page)).toBe("Pay for your order")
  expect(page.text).toContain("€31.90")
  expect(page.text).toContain("Your transfer did not arrive in time.")
  const shown = await finish(shop, await start(url), { method: "creditcard" })
  expect(titleOf(shown)).toMatch(/nothing left to pay|nichts mehr zu bezahlen/)
  expect(await sumsOf(shop, order.orderId)).toMatchObject({
    ...{ payment_status: "captured", paid_total: TOTAL, pending_difference: 0 },
  })
  expect(titleOf(await open(url, "de"))).toContain("nichts mehr zu bezahlen")
})

/** The region offers Medusa's manual provider beside ours, and an order is placed with it. */
async function placeManually(): Promise<string> {
  const { region_id } = shop.seeded
  const path = `/admin/regions/${region_id}`
  const found = await shop.admin.ok(regionReply, `${path}?fields=*payment_providers`)
  const ours = found.region.payment_providers.map(({ id }) => id)
  const payment_providers = [...ours, MANUAL]
  await shop.admin.ok(regionReply, path, { body: { payment_providers } })
  const cartId = await fillCart(shop)
  const collection = await openCollection(shop, cartId)
  await askForSession(shop, collection, { provider: MANUAL })
  const { status, body, text } = await completeCart(shop, cartId)
  if (status !== 200) throw new Error(text)
  return orderReply.parse(body).order.id
}

it("an order placed with Medusa's manual provider is paid through the link, once", async () => {
  const orderId = await placeManually()
  const url = await makeLink(shop, orderId)
  const shown = await finish(shop, await start(url), { method: "sofort" })
  expect(titleOf(shown)).toMatch(/nichts mehr zu bezahlen|nothing left/)
  expect(await sumsOf(shop, orderId)).toMatchObject({
    ...{ payment_status: "captured", paid_total: TOTAL, pending_difference: 0 },
    collections: [`canceled ${TOTAL}`, `completed ${TOTAL}`],
  })
})

const requestSchema = z.object({
  customer: z.unknown(),
  basket: z.object({
    products: z.array(z.looseObject({ item_type: z.string(), desc: z.string() })),
  }),
  transactionRef: z.string(),
})

/** What was sent of buyer and basket; each cart and order has ids of its own. */
async function sentFor({ stx }: { stx: string }) {
  const { request } = await shop.sandbox.read(stx)
  const { customer, basket, transactionRef } = requestSchema.parse(request)
  const lines = basket.products.map((line) => ({ ...line, reference_id: "", id: 0 }))
  const products = lines.sort((one, other) => one.desc.localeCompare(other.desc))
  return { customer, products, transactionRef }
}

it("the order's lines and its buyer are sent, as its cart's were: also methods that need them pay", async () => {
  const items = { [PEN]: 20, [CASE]: 1 }
  const order = await expiredOrder(shop, { items, codes: ["WELCOME5"], shipping: "standard" })
  const url = await makeLink(shop, order.orderId)
  expect((await open(url)).text).toContain('value="easycredit"')
  const first = await sentFor(order)
  const second = await sentFor(await start(`${url}?lang=de`, "easycredit"))
  expect({ ...second, transactionRef: "" }).toEqual({ ...first, transactionRef: "" })
  expect(second.products.length).toBeGreaterThan(3)
  const { display_id } = await readOrder(shop, order.orderId)
  expect(second.transactionRef).toContain(` ${display_id} `)
})

it("an edit's difference is paid through the link", async () => {
  const order = await buy(shop)
  const variant_id = (await variantIds(shop)).get(CASE) ?? ""
  await editOrder({ shop, orderId: order.orderId, variant_id })
  const url = await makeLink(shop, order.orderId)
  expect((await open(url, "en")).text).toContain("€17.95")
  const payment = await start(url)
  const { display_id } = await readOrder(shop, order.orderId)
  const [line, ...others] = (await sentFor(payment)).products
  expect({ line, others }).toMatchObject({
    line: { desc: `Outstanding amount of order #${display_id}`, priceOne: 1795, quantity: 1 },
    others: [],
  })
  await finish(shop, payment)
  expect(await sumsOf(shop, order.orderId)).toMatchObject({
    ...{ total: 49.85, paid_total: 49.85, pending_difference: 0 },
  })
})

it("a draft order is paid once it is an order", async () => {
  const variant_id = (await variantIds(shop)).get(CASE) ?? ""
  const items = [{ variant_id, quantity: 1 }]
  const body = { region_id: shop.seeded.region_id, email: "draft@example.org", items }
  const id = await make(shop, "/admin/draft-orders", body)
  const refused = await shop.admin.call(linksPath(id), { body: {} })
  expect(refused).toMatchObject({ status: 400, body: { code: "secuconnect_nothing_to_pay" } })
  expect(refused.text).toContain("convert the draft to an order first")
  await shop.admin.ok(z.unknown(), `/admin/draft-orders/${id}/convert-to-order`, { body: {} })
  await finish(shop, await start(await makeLink(shop, id)))
  expect(await sumsOf(shop, id)).toMatchObject({ paid_total: 17.95, pending_difference: 0 })
})

it("a waiting transfer is switched to a card: then the transfer is cancelled", async () => {
  const order = await buy(shop, { method: "prepaid" })
  const url = await makeLink(shop, order.orderId)
  const page = await open(url, "en")
  expect(titleOf(page)).toBe("We are waiting for your transfer")
  expect(page.text).toContain("<dt>IBAN</dt>")
  await finish(shop, await start(url))
  await seeCancelled(shop, order)
  expect(await sumsOf(shop, order.orderId)).toMatchObject(paidOnce(TOTAL))
})

it("a returned debit is paid again; if it is resolved as well, somebody is told", async () => {
  const order = await buy(shop, { method: "debit" })
  expect(await canBePaid(order.orderId)).toBe(false)
  await happen(order, "chargeback")
  expect(await canBePaid(order.orderId)).toBe(true)
  const url = await makeLink(shop, order.orderId)
  const page = await open(url)
  expect(page.text).toContain("€31.90")
  expect(page.text).toContain("Your bank has returned the direct debit.")
  expect(titleOf(await finish(shop, await start(url)))).toBe(
    "Thank you, there is nothing left to pay",
  )
  expect(await rowOf(shop, order)).toMatchObject({ attention: "disputed" })
  expect(await sumsOf(shop, order.orderId)).toMatchObject({ paid_total: 2 * TOTAL })
  await happen(order, "issue_resolved")
  expect(await rowOf(shop, order)).toMatchObject({ attention: "paid_twice" })
  await createMerchant(shop).refund(order, TOTAL)
  await happen(order)
  expect(await rowOf(shop, order)).toMatchObject({ attention: null })
  expect(await sumsOf(shop, order.orderId)).toMatchObject({ pending_difference: 0 })
})

/** Something happens at secupay, and is looked at. */
async function happen(order: Paid, event?: "chargeback" | "issue_resolved"): Promise<void> {
  if (event) await shop.sandbox.happen(order.stx, event)
  await makeDue(shop, order)
  await tick(shop)
}

const payableReply = z.object({ can_be_paid: z.boolean() })

async function canBePaid(orderId: string): Promise<boolean> {
  return (await shop.admin.ok(payableReply, linksPath(orderId))).can_be_paid
}
