import { z } from "zod"

import { make } from "../support/carts/admin"
import { editOrder } from "../support/carts/after-the-order"
import { tick } from "../support/carts/tick"
import { ask, type Answer } from "../support/http"
import { makeDue } from "../support/ledger"
import { buy, type Paid } from "../support/money"
import { paidOnce, sumsOf } from "../support/order-sums"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  CASE,
  completeCart,
  fillCart,
  openCollection,
  askForSession,
  payAt,
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
const linkReply = z.object({ payment_link: z.object({ id: z.string(), url: z.string() }) })
const linksPath = (orderId: string) => `/admin/secuconnect/orders/${orderId}/payment-links`

/** The merchant makes a link; its address. */
async function makeLink(orderId: string): Promise<string> {
  const { payment_link } = await shop.admin.ok(linkReply, linksPath(orderId), { body: {} })
  return payment_link.url
}

const FORM = { "content-type": "application/x-www-form-urlencoded" }

/** The customer opens a page. */
const open = (url: string, headers = {}) => ask(url, { headers })

/** The customer presses the button of a payment method. */
const choose = (url: string, method: string): Promise<Answer> =>
  ask(url, { raw: new URLSearchParams({ method }).toString(), headers: FORM })

/** The Smart Transaction that a button leads to. */
async function start(url: string, method = "general"): Promise<{ stx: string }> {
  const answer = await choose(url, method)
  const stx = /STX_\w+/.exec(answer.headers.get("location") ?? "")?.[0]
  if (answer.status !== 303 || !stx)
    throw new Error(`Nothing was started: ${answer.status} ${answer.text}`)
  return { stx }
}

/** The customer pays, comes back, and sees the page. */
async function pay(payment: { stx: string }, choice: Parameters<typeof payAt>[2] = {}) {
  const back = await ask(await payAt(shop, payment, choice))
  const page = back.headers.get("location") ?? ""
  return { back, page, shown: await open(page) }
}

/** An order whose transfer did not come in time. */
async function expired(): Promise<Paid> {
  const order = await buy(shop, { method: "prepaid" })
  await shop.sandbox.happen(order.stx, "expire")
  await makeDue(shop, order)
  await tick(shop)
  return order
}

const title = ({ text }: Answer) => /<h1>(.*?)<\/h1>/.exec(text)?.[1]

describe("an order whose transfer expired", () => {
  it("is paid by card through the link, and the page says so", async () => {
    const order = await expired()
    const url = await makeLink(order.orderId)
    const page = await open(url, { "accept-language": "en" })
    expect(page.status).toBe(200)
    expect(title(page)).toBe("Pay for your order")
    expect(page.text).toContain("€31.90")
    const { shown } = await pay(await start(url), { method: "creditcard" })
    expect(title(shown)).toMatch(/nothing left to pay|nichts mehr zu bezahlen/)
    expect(await sumsOf(shop, order.orderId)).toMatchObject({
      ...{ payment_status: "captured", paid_total: TOTAL, pending_difference: 0 },
    })
    expect(title(await open(url, { "accept-language": "de" }))).toContain("nichts mehr zu bezahlen")
  })
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
  const url = await makeLink(orderId)
  const { shown } = await pay(await start(url), { method: "sofort" })
  expect(title(shown)).toMatch(/nichts mehr zu bezahlen|nothing left/)
  expect(await sumsOf(shop, orderId)).toMatchObject({
    ...{ payment_status: "captured", paid_total: TOTAL, pending_difference: 0 },
    collections: [`canceled ${TOTAL}`, `completed ${TOTAL}`],
  })
})

it("an edit's difference is paid through the link", async () => {
  const order = await buy(shop)
  const variant_id = (await variantIds(shop)).get(CASE) ?? ""
  await editOrder({ shop, orderId: order.orderId, variant_id })
  const url = await makeLink(order.orderId)
  expect((await open(url, { "accept-language": "en" })).text).toContain("€17.95")
  await pay(await start(url))
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
  await pay(await start(await makeLink(id)))
  expect(await sumsOf(shop, id)).toMatchObject({ paid_total: 17.95, pending_difference: 0 })
})

it("a waiting transfer is switched to a card: then the transfer is cancelled", async () => {
  const order = await buy(shop, { method: "prepaid" })
  const url = await makeLink(order.orderId)
  const page = await open(url, { "accept-language": "en" })
  expect(title(page)).toBe("We are waiting for your transfer")
  expect(page.text).toContain("<dt>IBAN</dt>")
  await pay(await start(url))
  await makeDue(shop, order)
  await tick(shop)
  expect((await shop.sandbox.read(order.stx)).status).toBe("cancelled")
  expect(await sumsOf(shop, order.orderId)).toMatchObject(paidOnce(TOTAL))
})
