import { z } from "zod"

import { editOrder } from "../support/carts/after-the-order"
import { KEEPS_PAGES_OPEN } from "../support/faults"
import { rowOf } from "../support/ledger"
import { buy, createMerchant } from "../support/money"
import { sumsOf } from "../support/order-sums"
import {
  arrive,
  expiredOrder,
  finish,
  linksPath,
  makeLink,
  open,
  seeCancelled,
  send,
  start,
  titleOf,
} from "../support/payment-links"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { CASE, payAt, variantIds } from "../support/shopper"

const TOTAL = 31.9

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

const calls = async () =>
  (await shop.sandbox.requests()).filter(({ method }) => method === "POST").map(({ path }) => path)

const PAID = "Thank you, there is nothing left to pay"

describe("an address that nobody was given", () => {
  it.each([
    ["of the right length", "A".repeat(43)],
    ["a very long one", "x".repeat(4_000)],
    ...["undefined", "null", "0", "%00"].map((token): [string, string] => [token, token]),
  ])("is a friendly page that says nothing: %s", async (_what, token) => {
    await shop.sandbox.forgetRequests()
    const url = `${shop.storeUrl}/hooks/secuconnect/pay/${token}`
    for (const page of [await open(url), await send(url, { method: "general" })]) {
      expect(page.status).toBe(404)
      expect(titleOf(page)).toBe("This page was not found")
      expect(page.text).not.toMatch(/Order|€|<form/)
    }
    expect(await calls()).toEqual([])
  })
})

describe("a link", () => {
  it("tells no more than the order's number and sum, and no other page may hold it", async () => {
    const order = await expiredOrder(shop)
    const { text, headers } = await open(await makeLink(shop, order.orderId))
    expect(text).toContain("€31.90")
    expect(text).not.toMatch(/Mustermann|Musterst|max@example|order_01/)
    expect(headers.get("cache-control")).toBe("no-store")
    expect(headers.get("referrer-policy")).toBe("no-referrer")
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
  })

  it("is written down nowhere: not in the ledger, nor in the session, nor in what the plugin logs", async () => {
    const order = await expiredOrder(shop)
    const url = await makeLink(shop, order.orderId)
    await open(url)
    const payment = await start(url)
    await finish(shop, payment)
    const token = url.split("/").at(-1) ?? ""
    const sql = `SELECT to_jsonb(l)::text AS text FROM secuconnect_payment_link l
      UNION ALL SELECT to_jsonb(c)::text FROM secuconnect_checkout c
      UNION ALL SELECT to_jsonb(s)::text FROM payment_session s`
    const rows = await shop.db.rows(z.object({ text: z.string() }), sql)
    expect(rows.filter(({ text }) => text.includes(token))).toEqual([])
    // Medusa's own request log names every address.
    const ours = shop
      .log()
      .split("\n")
      .filter((line) => line.includes("secuconnect: "))
    expect(ours.filter((line) => line.includes(token))).toEqual([])
  })

  it("believes no amount, no order and no provider that a browser sends", async () => {
    const [order, other] = [await expiredOrder(shop), await expiredOrder(shop)]
    const url = await makeLink(shop, order.orderId)
    const forged = { amount: "1", order_id: other.orderId, provider_id: "pp_system_default" }
    const query = new URLSearchParams({ ...forged, method: "prepaid" }).toString()
    const { status, headers } = await send(`${url}?${query}`, { method: "general", ...forged })
    expect(status).toBe(303)
    const stx = /STX_\w+/.exec(headers.get("location") ?? "")?.[0] ?? ""
    await finish(shop, { stx })
    expect(await sumsOf(shop, order.orderId)).toMatchObject({
      paid_total: TOTAL,
      pending_difference: 0,
    })
    expect(await sumsOf(shop, other.orderId)).toMatchObject({ paid_total: 0 })
  })

  it("starts nothing with a method that the order cannot use", async () => {
    const url = await makeLink(shop, (await expiredOrder(shop)).orderId)
    await shop.sandbox.forgetRequests()
    for (const method of ["easycredit", "evil", "", "pp_system_default", "__proto__"]) {
      const page = await send(url, { method })
      expect({ method, status: page.status }).toEqual({ method, status: 422 })
      expect(page.text).toContain("This payment method is not available for this order.")
      expect(page.text).toContain("€31.90")
    }
    expect((await calls()).filter((path) => path.endsWith("/Smart/Transactions"))).toEqual([])
  })

  it("starts ten payments within ten minutes, and says so to the eleventh", async () => {
    const order = await expiredOrder(shop)
    const url = await makeLink(shop, order.orderId)
    const id = `id = (SELECT max(id) FROM secuconnect_payment_link WHERE order_id = '${order.orderId}')`
    await start(url)
    await shop.db.rows(z.unknown(), `UPDATE secuconnect_payment_link SET starts = 9 WHERE ${id}`)
    await start(url)
    for (let nth = 0; nth < 20; nth += 1) {
      const page = await send(url, { method: "general" })
      expect(page.status).toBe(429)
      expect(page.headers.get("retry-after")).toBe("600")
      expect(page.text).toContain("Please try again in ten minutes.")
    }
    const earlier = "starts_since = now() - interval '11 minutes'"
    await shop.db.rows(z.unknown(), `UPDATE secuconnect_payment_link SET ${earlier} WHERE ${id}`)
    await finish(shop, await start(url))
    expect(await sumsOf(shop, order.orderId)).toMatchObject({ paid_total: TOTAL })
  })
})

describe("two tabs", () => {
  it("who pays in the older one has paid, and the newer one is closed", async () => {
    const order = await expiredOrder(shop)
    const url = await makeLink(shop, order.orderId)
    await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
    const [older, newer] = [await start(url), await start(url)]
    const wayBack = await payAt(shop, older)
    await shop.sandbox.calm()
    expect(titleOf(await arrive(wayBack))).toBe(PAID)
    await seeCancelled(shop, newer)
    expect(await sumsOf(shop, order.orderId)).toMatchObject({
      paid_total: TOTAL,
      pending_difference: 0,
    })
  })

  it("who pays in both has paid once, and is told of the other payment", async () => {
    const order = await expiredOrder(shop)
    const url = await makeLink(shop, order.orderId)
    await shop.sandbox.disturb({ method: "POST", path: "/cancel$", fault: "status", status: 400 })
    const [one, other] = [await start(url), await start(url)]
    expect(titleOf(await finish(shop, one))).toBe(PAID)
    expect(titleOf(await finish(shop, other))).toBe("Your payment is being checked")
    expect(await rowOf(shop, other)).toMatchObject({ attention: "orphaned" })
    expect(await sumsOf(shop, order.orderId)).toMatchObject({
      paid_total: TOTAL,
      pending_difference: 0,
    })
  })

  it("an old page of an order that is paid by now starts nothing", async () => {
    const order = await expiredOrder(shop)
    const url = await makeLink(shop, order.orderId)
    await finish(shop, await start(url))
    await shop.sandbox.forgetRequests()
    expect(titleOf(await send(url, { method: "general" }))).toBe(PAID)
    expect(await calls()).toEqual([])
  })

  it("a payment that is declined leads back to the methods, and the next one counts", async () => {
    const order = await expiredOrder(shop)
    const url = await makeLink(shop, order.orderId)
    const page = await finish(shop, await start(url), { outcome: "decline" })
    expect(titleOf(page)).toBe("The payment did not work")
    expect(page.text).toContain(`<button name="method"`)
    expect(titleOf(await finish(shop, await start(url)))).toBe(PAID)
  })
})

const listReply = z.object({
  can_be_paid: z.boolean(),
  payment_links: z.array(
    z.object({
      state: z.string(),
      made_by: z.string().nullable(),
      seen_at: z.string().nullable(),
      paid_at: z.string().nullable(),
    }),
  ),
})
const listOf = (orderId: string) => shop.admin.ok(listReply, linksPath(orderId))

describe("a link ends", () => {
  it("when a new one is made; the new one works", async () => {
    const order = await expiredOrder(shop)
    const old = await makeLink(shop, order.orderId)
    const url = await makeLink(shop, order.orderId)
    for (const page of [await open(old), await send(old, { method: "general" })]) {
      expect(page.status).toBe(200)
      expect(titleOf(page)).toBe("This payment link is no longer valid")
      expect(page.text).not.toMatch(/€|<form/)
    }
    await finish(shop, await start(url))
    const { can_be_paid, payment_links } = await listOf(order.orderId)
    expect(can_be_paid).toBe(false)
    expect(payment_links.map(({ state }) => state)).toEqual(["paid", "replaced"])
    const { made_by, seen_at, paid_at } = payment_links[0]!
    expect([made_by, seen_at, paid_at].filter((told) => told === null)).toEqual([])
  })

  it("when its days are over", async () => {
    const order = await expiredOrder(shop)
    const url = await makeLink(shop, order.orderId)
    const sql = "UPDATE secuconnect_payment_link SET expires_at = now() WHERE order_id = $1"
    await shop.db.rows(z.unknown(), sql, [order.orderId])
    expect(titleOf(await open(url))).toBe("This payment link is no longer valid")
    expect(await listOf(order.orderId)).toMatchObject({ payment_links: [{ state: "expired" }] })
  })

  it("when the order is cancelled", async () => {
    const order = await buy(shop, { method: "prepaid" })
    const url = await makeLink(shop, order.orderId)
    expect(await createMerchant(shop).cancel(order)).toMatchObject({ status: 200 })
    expect(titleOf(await open(url))).toBe("This order was canceled")
    expect(titleOf(await send(url, { method: "general" }))).toBe("This order was canceled")
    expect(await shop.admin.call(linksPath(order.orderId), { body: {} })).toMatchObject({
      status: 400,
    })
  })

  it("when the order is paid, and does not come to life when it costs more later", async () => {
    const order = await expiredOrder(shop)
    const url = await makeLink(shop, order.orderId)
    await finish(shop, await start(url))
    const variant_id = (await variantIds(shop)).get(CASE) ?? ""
    await editOrder({ shop, orderId: order.orderId, variant_id })
    expect(titleOf(await open(url))).toBe("This payment link is no longer valid")
    const page = await open(await makeLink(shop, order.orderId))
    expect(page.text).toContain("€17.95")
    expect(page.text).toContain("Your order was changed: this is the difference.")
  })
})

it("a foreign or made-up order gets no link", async () => {
  for (const id of ["order_01ZZZZZZZZZZZZZZZZZZZZZZZZ", "x", "%00"]) {
    expect((await shop.admin.call(linksPath(id), { body: {} })).status).toBe(404)
  }
})

const storeReply = z.object({ can_be_paid: z.boolean() })
const ofStore = (orderId: string) => `/store/secuconnect/orders/${orderId}`
const madeReply = z.object({ payment_link: z.object({ url: z.string(), expires_at: z.string() }) })

describe("a storefront's order page", () => {
  it("hears whether the order can be paid, and leads to the page", async () => {
    const order = await expiredOrder(shop)
    const merchants = await makeLink(shop, order.orderId)
    const path = ofStore(order.orderId)
    expect(await shop.store.ok(storeReply, path)).toEqual({ can_be_paid: true })
    const made = await shop.store.ok(madeReply, `${path}/payment-links`, { body: {} })
    // The link that the merchant has sent goes on.
    expect(titleOf(await open(merchants))).toBe("Pay for your order")
    expect(titleOf(await finish(shop, await start(made.payment_link.url)))).toBe(PAID)
    expect(await shop.store.ok(storeReply, path)).toEqual({ can_be_paid: false })
    const again = await shop.store.call(`${path}/payment-links`, { body: {} })
    expect(again).toMatchObject({ status: 400, body: { code: "secuconnect_nothing_to_pay" } })
    // The merchant's list is of the merchant's links.
    expect((await listOf(order.orderId)).payment_links).toHaveLength(1)
  })

  it("hears of no order that is not there, and gets ten links within ten minutes", async () => {
    const order = await expiredOrder(shop)
    const path = `${ofStore(order.orderId)}/payment-links`
    const answers = []
    for (let nth = 0; nth < 12; nth += 1) answers.push(await shop.store.call(path, { body: {} }))
    const statuses = answers.map(({ status }) => status)
    expect(statuses).toEqual([...Array<number>(10).fill(200), 400, 400])
    expect(answers.at(-1)?.body).toMatchObject({ code: "secuconnect_too_many_links" })
    const none = await shop.store.call(`${ofStore("order_none")}/payment-links`, { body: {} })
    expect(none.status).toBe(404)
  })
})
