import { z } from "zod"

import { NO_ORDER, readBooks, waiting } from "../support/books"
import { announcedOf, rowOf } from "../support/ledger"
import { comeBackToOrder, effectiveAmount } from "../support/money"
import { storeSettings } from "../support/order-first"
import { sumsOf } from "../support/order-sums"
import { finish, makeLink, start } from "../support/payment-links"
import { pushed } from "../support/pushed"
import type { Method } from "../support/sandbox-control"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { CASE, comeBack, completeCart, goToCheckout, payAt, PEN } from "../support/shopper"
import guide from "../fixtures/secuconnect/smart-transaction-create.guide.request.json"

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
})

afterAll(() => shop.stop())

const requestSchema = z.object({
  is_demo: z.boolean(),
  contract: z.object({ id: z.string() }),
  customer: z.object({ contact: z.record(z.string(), z.unknown()) }),
  intent: z.string(),
  basket: z.object({
    products: z.array(z.looseObject({ item_type: z.string(), priceOne: z.number() })),
  }),
  basket_info: z.object({ sum: z.number() }),
  application_context: z.object({ checkout_template: z.string() }),
  payment_context: z.object({ auto_capture: z.boolean() }),
})

/** A line as far as the guide shows it; the coupon's text is the shop's own. */
const comparableLine = ({ item_type, desc, priceOne, tax, quantity }: Record<string, unknown>) =>
  item_type === "coupon"
    ? { item_type, priceOne, tax, quantity }
    : { desc, priceOne, tax, quantity }

/** Without what the cart has no place for, and without addresses that differ for every payment. */
function comparable(request: z.input<typeof requestSchema>) {
  const { customer, basket, application_context, ...same } = requestSchema.parse(request)
  const phone = String(customer.contact["phone"]).replaceAll(" ", "")
  const contact = { ...customer.contact, phone, mobile: null, dob: null }
  const { checkout_template } = application_context
  const products = basket.products.map(comparableLine)
  return { ...same, contact, checkout_template, products }
}

describe("the example of secuconnect's guide", () => {
  it("becomes the guide's request when it is put into a cart", async () => {
    const items = { [PEN]: 2, [CASE]: 1 }
    const { stx } = await goToCheckout(shop, { items, codes: ["WELCOME5"], shipping: "pickup" })
    const { request, sum } = await shop.sandbox.read(stx)
    const expected = {
      ...guide,
      basket: {
        products: guide.basket.products.map((line) => ({ item_type: "article", ...line })),
      },
    }
    const sent = requestSchema.parse(request)
    expect(comparable(sent)).toEqual(comparable(expected))
    expect(sent.basket.products.map(({ priceOne }) => priceOne)).toEqual([1595, 1795, 500])
    expect(sum).toBe(4485)
  })
})

interface Difference {
  what: string
  change: Record<string, unknown>
  mismatch: string
  terse: boolean
}

/** Terse reads leave out contract and demo flag: what is absent cannot differ. */
const differences: Difference[] = [
  { what: "a lower sum", change: { sum: 1 }, mismatch: "amount" },
  { what: "a higher sum", change: { sum: 999_900 }, mismatch: "amount" },
  { what: "another currency", change: { currency: "CHF" }, mismatch: "currency" },
  { what: "another contract", change: { contract: "GCR_FOREIGN" }, mismatch: "contract" },
  { what: "no demo flag", change: { is_demo: false }, mismatch: "demo" },
].flatMap((difference) => {
  const seenTersely = difference.mismatch === "amount" || difference.mismatch === "currency"
  const modes = seenTersely ? [false, true] : [false]
  return modes.map((terse) => ({ ...difference, terse }))
})

const linesOf = (reference: string) =>
  shop
    .log()
    .split("\n")
    .filter((line) => line.includes(reference))

describe("a Smart Transaction that differs from what was asked for", () => {
  it.each(differences)(
    "gives no order, is marked and logged: $what, terse: $terse",
    async ({ change, mismatch, terse }) => {
      await shop.sandbox.set({ terse })
      const payment = await goToCheckout(shop)
      await shop.sandbox.tamper(payment.stx, change)
      const wayBack = await payAt(shop, payment)

      expect(await shop.sandbox.push(payment.stx)).toEqual([200])
      expect(await comeBack(wayBack)).toMatchObject({ status: 303, outcome: "pending" })
      expect(await completeCart(shop, payment.cartId)).toMatchObject({ status: 400 })
      expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
      const row = await rowOf(shop, payment)
      expect(row).toMatchObject({ attention: "mismatch", mismatch })
      expect(linesOf(row.reference)).toEqual([expect.stringContaining("mismatch")])
    },
  )

  it.each<Method>(["creditcard", "invoice", "debit", "paypal"])(
    "is refused at the storefront's own completion as well: %s",
    async (method) => {
      await shop.sandbox.set({ terse: true })
      const payment = await goToCheckout(shop)
      await shop.sandbox.tamper(payment.stx, { sum: 1 })
      await payAt(shop, payment, { method })
      expect(await completeCart(shop, payment.cartId)).toMatchObject({ status: 400 })
      expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
    },
  )

  it("is not booked on an order that waits for its transfer", async () => {
    await shop.sandbox.set({ terse: true })
    const payment = await goToCheckout(shop)
    await comeBack(await payAt(shop, payment, { method: "prepaid" }))
    await shop.sandbox.tamper(payment.stx, { sum: 1 })
    await shop.sandbox.happen(payment.stx, "money_arrived")
    expect(await shop.sandbox.push(payment.stx)).toEqual([200])
    expect(await readBooks(shop, payment.cartId)).toEqual(waiting(31.9))
    expect(await rowOf(shop, payment)).toMatchObject({ attention: "mismatch" })
  })

  it("and is given back: an order that waited for it is told, and can be paid anew", async () => {
    await shop.sandbox.set({ full_refund_simple: 7 })
    await storeSettings(shop, { refundOrphans: true })
    const payment = await goToCheckout(shop)
    const orderId = await comeBackToOrder(await payAt(shop, payment, { method: "prepaid" }))
    await shop.sandbox.tamper(payment.stx, { sum: 1900 })
    await shop.sandbox.happen(payment.stx, "money_arrived")
    await pushed(shop, payment)
    expect(await rowOf(shop, payment)).toMatchObject({ attention: "mismatch" })
    expect(await effectiveAmount(shop, payment)).toBe(1900)
    const { id } = await rowOf(shop, payment)
    const decision = { resolution: "refund" }
    await shop.admin.ok(z.unknown(), `/admin/secuconnect/payments/${id}/resolve`, {
      body: decision,
    })
    expect(await effectiveAmount(shop, payment)).toBe(0)
    expect(await rowOf(shop, payment)).toMatchObject({ attention: "payment_failed" })
    expect(await announcedOf(shop, payment)).toContain("secuconnect.payment_failed")
    await finish(shop, await start(await makeLink(shop, orderId)), { method: "sofort" })
    expect(await sumsOf(shop, orderId)).toMatchObject({ paid_total: 31.9, pending_difference: 0 })
    await pushed(shop, payment)
    expect(await rowOf(shop, payment)).toMatchObject({ attention: null })
  })
})
