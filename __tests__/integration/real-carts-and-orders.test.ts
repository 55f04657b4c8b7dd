import { z } from "zod"

import { captured, readBooks } from "../support/books"
import {
  type Aftermath,
  debtOf,
  editOrder,
  exchangeArticle,
  readOrder,
  sendPaymentLink,
  settleClaim,
} from "../support/carts/after-the-order"
import { readBasket } from "../support/carts/basket"
import { newestRow, rowOf } from "../support/ledger"
import { buy } from "../support/money"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  askForSession,
  CASE,
  comeBack,
  fillCart,
  goToCheckout,
  openCollection,
  payAt,
  PEN,
  variantIds,
} from "../support/shopper"

let shop: Shop

const linesAbout = (reference: string) =>
  shop
    .log()
    .split("\n")
    .filter((line) => line.includes(reference))

const startedReply = z.object({
  payment_collection: z.object({
    payment_sessions: z.tuple([z.object({ data: z.object({ stx_id: z.string() }) })]),
  }),
})

/** Starts the payment of a collection and gives its Smart Transaction. */
async function start(collectionId: string, locale: string): Promise<{ stx: string }> {
  const { body } = await askForSession(shop, collectionId, { data: { locale } })
  const [session] = startedReply.parse(body).payment_collection.payment_sessions
  return { stx: session.data.stx_id }
}

const oneLine = (desc: string, priceOne: number) => [
  { id: 1, item_type: "article", desc, quantity: 1, priceOne, tax: 0 },
]

const PART = { de: "Offener Betrag der Bestellung", en: "Outstanding amount of order" }

interface Debt {
  act: (aftermath: Aftermath) => Promise<void>
  locale: string
  text: string
  /** Minor units. */
  amount: number
}

/** A paid order that comes to cost more: what is owed is started to be paid, and is one line. */
async function startDebt({ act, locale, text, amount }: Debt) {
  const { orderId } = await buy(shop)
  const variant_id = (await variantIds(shop)).get(CASE) ?? ""
  await act({ shop, orderId, variant_id })
  const debt = await debtOf(shop, orderId)
  expect(Math.round(debt.amount * 100)).toBe(amount)
  const payment = await start(debt.id, locale)
  const { lines, sum, reference } = await readBasket(shop, payment)
  const { display_id } = await readOrder(shop, orderId)
  expect(lines).toEqual(oneLine(`${text} #${display_id}`, amount))
  expect(sum).toBe(amount)
  expect(linesAbout(reference)).toEqual([])
  return { orderId, payment }
}

describe("the basket as it is set", () => {
  beforeAll(async () => {
    shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
  })

  afterAll(() => shop.stop())

  it.each([
    { what: "an order edit", act: editOrder, locale: "de", text: PART.de, amount: 1795 },
    { what: "an exchange", act: exchangeArticle, locale: "en", text: PART.en, amount: 200 },
    { what: "a claim", act: settleClaim, locale: "de", text: PART.de, amount: 1795 },
  ])("is one line for $what, and the money is booked on the order", async (wanted) => {
    const { orderId, payment } = await startDebt(wanted)
    expect(await comeBack(await payAt(shop, payment))).toMatchObject({
      outcome: "success",
      orderId,
    })
    expect(await readOrder(shop, orderId)).toMatchObject({ payment_status: "captured" })
    expect(await rowOf(shop, payment)).toMatchObject({ order_id: orderId, attention: null })
  })

  it("is one line for a payment link; an order that is paid wants no more, and somebody is told", async () => {
    const link = { act: sendPaymentLink, locale: "en", text: PART.en, amount: 750 }
    const { payment } = await startDebt(link)
    await comeBack(await payAt(shop, payment))
    expect(await rowOf(shop, payment)).toMatchObject({ attention: "orphaned" })
  })

  it("is one line when not the whole cart is paid, with both sums in the log", async () => {
    const collectionId = await openCollection(shop, await fillCart(shop))
    const sql =
      'UPDATE payment_collection SET amount = 20, raw_amount = \'{"value":"20"}\' WHERE id = $1'
    await shop.db.rows(z.unknown(), sql, [collectionId])
    const { lines, sum, reference } = await readBasket(shop, await start(collectionId, "de"))
    expect(lines).toEqual(oneLine(`Bestellung ${reference}`, 2000))
    expect(sum).toBe(2000)
    expect(linesAbout(reference)).toEqual([
      expect.stringContaining(
        "one line as basket, not_the_cart: the lines come to 3190, the payment is 2000",
      ),
    ])
  })
})

describe("a currency that the contract does not offer", () => {
  beforeAll(async () => {
    shop = await sharedShop({ clock: "stands", sandbox: { pushes: false, currencies: ["CHF"] } })
  })

  afterAll(() => shop.stop())

  it.each([
    ["de", "In dieser Währung kann nicht bezahlt werden."],
    ["en", "This currency cannot be used for the payment."],
  ])("is told the shopper, and the merchant in the log: %s", async (locale, message) => {
    const collectionId = await openCollection(shop, await fillCart(shop))
    expect(await askForSession(shop, collectionId, { data: { locale } })).toMatchObject({
      status: 422,
      body: { code: "secuconnect_currency_not_offered", message },
    })
    const row = await newestRow(shop)
    expect(row).toMatchObject({ creation: "not_created" })
    const [line, ...others] = linesAbout(row?.reference ?? "")
    expect(line).toContain("the contract does not offer EUR")
    expect(line).not.toContain("Check the setting")
    expect(others).toEqual([])
  })
})

describe('the setting basket: "single_line"', () => {
  beforeAll(async () => {
    const options = { basket: "single_line" }
    shop = await sharedShop({ clock: "stands", options, sandbox: { pushes: false } })
  })

  afterAll(() => shop.stop())

  it("sends one line for every cart, and nothing is logged", async () => {
    const payment = await goToCheckout(shop, {
      items: { [PEN]: 1, [CASE]: 2 },
      codes: ["WELCOME5"],
      shipping: "standard",
      data: { locale: "de" },
    })
    const { lines, sum, reference } = await readBasket(shop, payment)
    expect(lines).toEqual(oneLine(`Bestellung ${reference}`, 5175))
    expect(sum).toBe(5175)
    await comeBack(await payAt(shop, payment))
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(51.75))
    expect(linesAbout(reference)).toEqual([])
  })
})
