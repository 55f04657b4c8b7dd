import { z } from "zod"

import { runWorkflow } from "../support/carts/admin"
import {
  editOrder,
  exchangeArticle,
  readOrder,
  sendPaymentLink,
  settleClaim,
} from "../support/carts/after-the-order"
import { makeReportsDue, reportsOf, ship } from "../support/deliveries"
import { ask } from "../support/http"
import { makeDue, rowOf } from "../support/ledger"
import { buy, createMerchant } from "../support/money"
import { tick } from "../support/carts/tick"
import { paidOnce, sumsOf } from "../support/order-sums"
import {
  convertDraft,
  expire,
  expiredOrder,
  finish,
  linksPath,
  makeDraft,
  makeLink,
  open,
  placeManually,
  seeCancelled,
  start,
  titleOf,
} from "../support/payment-links"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { CASE, fillCart, payAt, PEN, variantIds } from "../support/shopper"
import { until } from "../support/until"

const TOTAL = 31.9
const STOREFRONT = "https://shop.example"

let shop: Shop

beforeAll(async () => {
  const options = { storefrontOrderUrl: `${STOREFRONT}/{country_code}/order/{order_id}` }
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false }, options })
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

it("an order whose transfer expired is paid by card through the link, and the page says so", async () => {
  const order = await expiredOrder(shop)
  const url = await makeLink(shop, order.orderId)
  const page = await open(url)
  expect(page.status).toBe(200)
  expect(titleOf(page)).toBe("Pay for your order")
  expect(page.text).toContain("€31.90")
  expect(page.text).toContain("Your transfer did not arrive in time.")
  const mailed = await shop.admin.call(`${linksPath(order.orderId)}/mail`, { body: {} })
  expect(mailed).toMatchObject({ status: 200, body: { outcome: "off" } })
  const shown = await finish(shop, await start(url), { method: "creditcard" })
  expect(titleOf(shown)).toMatch(/nothing left to pay|nichts mehr zu bezahlen/)
  expect(shown.text).toContain(`href="${STOREFRONT}/de/order/${order.orderId}"`)
  expect(await sumsOf(shop, order.orderId)).toMatchObject({
    ...{ payment_status: "captured", paid_total: TOTAL, pending_difference: 0 },
  })
  const opened = await open(url, "de")
  expect(titleOf(opened)).toContain("nichts mehr zu bezahlen")
  expect(opened.text).not.toContain(order.orderId)
})

it.each(["success", "error", "abort"])(
  "who has a link and paid nothing is not told the order's id, also by claiming %s",
  async (claim) => {
    const { orderId } = await expiredOrder(shop)
    const back = await ask(
      await payAt(shop, await start(await makeLink(shop, orderId)), { outcome: "abort" }),
    )
    const page = new URL(back.headers.get("location") ?? "")
    page.searchParams.set("back", claim)
    expect((await open(page.href)).text).not.toContain(orderId)
  },
)

const storefrontLink = z.object({ payment_link: z.object({ url: z.string() }) })

/** What the storefront's order page gets for whoever looks at it. */
async function linkOfStorefront(orderId: string): Promise<string> {
  const path = `/store/secuconnect/orders/${orderId}/payment-links`
  return (await shop.store.ok(storefrontLink, path, { body: {} })).payment_link.url
}

it.each([
  { maker: "the merchant", link: (id: string) => makeLink(shop, id), isTold: false },
  { maker: "the storefront, which knows the id", link: linkOfStorefront, isTold: true },
])("who promises a transfer through a link of $maker: told the order's id $isTold", async (row) => {
  const { orderId } = await expiredOrder(shop)
  const payment = await start(await row.link(orderId), "prepaid")
  const shown = await finish(shop, payment, { method: "prepaid" })
  expect(titleOf(shown)).toBe("We are waiting for your transfer")
  expect(shown.text.includes(orderId)).toBe(row.isTold)
})

it("who has transferred through a link of the merchant is told the order's id once the money is there", async () => {
  const { orderId } = await expiredOrder(shop)
  const payment = await start(await makeLink(shop, orderId), "prepaid")
  const back = await ask(await payAt(shop, payment, { method: "prepaid" }))
  const page = back.headers.get("location") ?? ""
  expect((await open(page)).text).not.toContain(orderId)
  await shop.sandbox.happen(payment.stx, "money_arrived")
  await makeDue(shop, payment)
  await tick(shop)
  expect((await open(page)).text).toContain(orderId)
})

it("an order placed with Medusa's manual provider is paid through the link, once", async () => {
  const orderId = await placeManually(shop)
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

const EDIT = { act: editOrder, sum: 17.95, paid_total: 49.85 }
const CLAIM = { act: settleClaim, sum: 17.95, paid_total: 49.85 }
const EXCHANGE = { act: exchangeArticle, sum: 2, paid_total: 33.9 }

it.each([
  { ...EDIT, what: "an edit", why: "Your order was changed: this is the difference." },
  // Of the article that comes back Medusa's stored sum knows nothing before it has arrived.
  { ...EXCHANGE, what: "an exchange, before the goods are back", why: "for your exchange" },
  { ...CLAIM, what: "a claim", why: "still to be paid for your claim" },
])("the difference after $what is paid through the link", async (change) => {
  const { act, sum, paid_total, why } = change
  const { orderId } = await buy(shop)
  await act({ shop, orderId, variant_id: (await variantIds(shop)).get(CASE) ?? "" })
  const url = await makeLink(shop, orderId)
  const page = await open(url)
  expect(page.text).toContain(`€${sum.toFixed(2)}`)
  expect(page.text).toContain(why)
  const payment = await start(url)
  const { display_id } = await readOrder(shop, orderId)
  expect((await sentFor(payment)).products).toMatchObject([
    { desc: `Outstanding amount of order #${display_id}`, priceOne: Math.round(sum * 100) },
  ])
  expect(titleOf(await finish(shop, payment))).toBe("Thank you, there is nothing left to pay")
  expect(await sumsOf(shop, orderId)).toMatchObject({
    ...{ paid_total, pending_difference: 0 },
    collections: [`completed ${TOTAL}`, `completed ${sum}`],
  })
})

it("an exchange's difference that two tabs have paid is booked once; the merchant is told of the other", async () => {
  const { orderId } = await buy(shop)
  await exchangeArticle({ shop, orderId, variant_id: (await variantIds(shop)).get(CASE) ?? "" })
  const url = await makeLink(shop, orderId)
  const first = await start(url)
  await shop.sandbox.disturb({ path: "/cancel$", fault: "status", status: 500 })
  const second = await start(url)
  const pages = [first, second]
  for (const page of pages) await payAt(shop, page)
  await shop.sandbox.calm()
  // Where both are looked at in one moment, one of them sees the other only when it is looked at again.
  for (const page of [...pages, ...pages]) await happen(page)
  expect(await sumsOf(shop, orderId)).toMatchObject({ paid_total: 33.9, pending_difference: 0 })
  const attention = await Promise.all(
    pages.map(async (page) => (await rowOf(shop, page)).attention),
  )
  expect(attention.sort()).toEqual([null, "orphaned"])
})

describe("an invoice for an order that is paid by card", () => {
  /** Two tabs: the card has paid the order, and the other one is still open. */
  async function paidByCard() {
    const { orderId } = await expiredOrder(shop)
    const url = await makeLink(shop, orderId)
    const card = { ...(await start(url)), orderId }
    await shop.sandbox.disturb({ path: "/cancel$", fault: "status", status: 500 })
    const invoice = { ...(await start(url)), orderId }
    await payAt(shop, card, { method: "creditcard" })
    await happen(card)
    return { card, invoice }
  }

  type Tabs = Awaited<ReturnType<typeof paidByCard>>

  async function payInvoice({ invoice }: Tabs): Promise<void> {
    await payAt(shop, invoice, { method: "invoice" })
    await shop.sandbox.calm()
    await happen(invoice)
    expect(await rowOf(shop, invoice)).toMatchObject({
      attention: "orphaned",
      order_id: invoice.orderId,
    })
  }

  async function shipAll({ card }: Tabs): Promise<void> {
    await ship(shop, card)
    await until("the shipment to be reported", async () => {
      const [report] = await reportsOf(shop, card)
      return report?.state === "done" || undefined
    })
  }

  const stateOf = async ({ stx }: { stx: string }) =>
    (await shop.sandbox.read(stx)).payments[0]?.state

  async function reportDue(): Promise<void> {
    await makeReportsDue(shop)
    await tick(shop)
  }

  it.each([
    ["before", [shipAll, payInvoice]],
    ["after", [payInvoice, shipAll]],
  ])("does not become due where the order was shipped %s", async (_when, steps) => {
    const tabs = await paidByCard()
    for (const step of steps) await step(tabs)
    await happen(tabs.invoice)
    await reportDue()
    expect(await reportsOf(shop, tabs.invoice)).toEqual([])
    expect(await stateOf(tabs.invoice)).toBe("waiting_for_shipment")
  })

  it("becomes due when the merchant keeps it; a report that was written too early waits until then", async () => {
    const tabs = await paidByCard()
    await payInvoice(tabs)
    const { id } = await rowOf(shop, tabs.invoice)
    // As if the goods had left before anybody had looked at the invoice.
    await shop.db.run(`UPDATE secuconnect_checkout SET attention = NULL WHERE id = '${id}'`)
    await shipAll(tabs)
    await reportDue()
    const reports = await until("the report to be tried", async () => {
      const found = await reportsOf(shop, tabs.invoice)
      return found.some(({ problem }) => problem !== null) ? found : undefined
    })
    const problem = "no order is paid with this payment"
    expect(reports).toMatchObject([{ kind: "capture", state: "open", problem }])
    expect(await stateOf(tabs.invoice)).toBe("waiting_for_shipment")

    await happen(tabs.invoice)
    const path = `/admin/secuconnect/payments/${id}/resolve`
    const body = { resolution: "keep" }
    expect(await shop.admin.call(path, { method: "POST", body })).toMatchObject({ status: 200 })
    await reportDue()
    expect(await reportsOf(shop, tabs.invoice)).toMatchObject([{ kind: "capture", state: "done" }])
    expect(await stateOf(tabs.invoice)).toBe("invoice_open")
  })
})

/** The rest of an order whose transfer expired is paid, and this much comes in. */
async function payRest(orderId: string, rest: number): Promise<void> {
  const url = await makeLink(shop, orderId)
  expect((await open(url)).text).toContain(`€${rest.toFixed(2)}`)
  await finish(shop, await start(url))
  expect(await sumsOf(shop, orderId)).toMatchObject({ paid_total: rest, pending_difference: 0 })
}

it("what the merchant has credited is not asked for", async () => {
  const { orderId } = await expiredOrder(shop)
  const body = { amount: 20, reference: "goodwill", reference_id: orderId }
  await shop.admin.ok(z.unknown(), `/admin/orders/${orderId}/credit-lines`, { body })
  await payRest(orderId, 11.9)
})

it("what a gift card has paid is not asked for", async () => {
  const cartId = await fillCart(shop)
  const line = { cart_id: cartId, amount: 12.4, reference: "gift_card", reference_id: "G1" }
  await runWorkflow(shop, "create-cart-credit-lines", [line])
  await payRest((await expire(shop, cartId)).orderId, 19.5)
})

it("of two collections the one that fits is paid, the merchant's other one stays", async () => {
  const { orderId } = await expiredOrder(shop)
  await sendPaymentLink({ shop, orderId, variant_id: "" })
  await payRest(orderId, TOTAL)
  const { collections } = await sumsOf(shop, orderId)
  expect([...collections].sort()).toEqual([`completed ${TOTAL}`, "not_paid 7.5"])
})

it("a draft order is paid once it is an order", async () => {
  const id = await makeDraft(shop)
  const refused = await shop.admin.call(linksPath(id), { body: {} })
  expect(refused).toMatchObject({ status: 400, body: { code: "secuconnect_nothing_to_pay" } })
  expect(refused.text).toContain("convert the draft to an order first")
  await convertDraft(shop, id)
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
async function happen(
  order: { stx: string },
  event?: "chargeback" | "issue_resolved",
): Promise<void> {
  if (event) await shop.sandbox.happen(order.stx, event)
  await makeDue(shop, order)
  await tick(shop)
}

const payableReply = z.object({ can_be_paid: z.boolean() })

async function canBePaid(orderId: string): Promise<boolean> {
  return (await shop.admin.ok(payableReply, linksPath(orderId))).can_be_paid
}
