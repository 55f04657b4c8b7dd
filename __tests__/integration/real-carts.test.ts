import { captured, readBooks } from "../support/books"
import { isCoupon, isRounding, readBasket, sumOf, toRow, worth } from "../support/carts/basket"
import type { Line, SentBasket } from "../support/carts/basket"
import { CARTS_ABROAD } from "../support/carts/carts-abroad"
import { CARTS_IN_GERMANY } from "../support/carts/carts-in-germany"
import { fillMarketCart, type FilledCart } from "../support/carts/fill-cart"
import { openMarket, type Market } from "../support/carts/market"
import { DECIMALS } from "../support/carts/places"
import type { RealCart } from "../support/carts/real-cart"
import { share } from "../support/proof"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { comeBack, payAt, startPayment, type StartedPayment } from "../support/shopper"

const REAL_CARTS = [...CARTS_IN_GERMANY, ...CARTS_ABROAD]

let shop: Shop
let market: Market
const table: string[] = []

beforeAll(async () => {
  const currencies = Object.keys(DECIMALS).map((currency) => currency.toUpperCase())
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false, currencies } })
  market = await openMarket(shop)
})

afterAll(async () => {
  process.stdout.write(`${table.join("\n")}\n`)
  await shop.stop()
})

interface Sent {
  cart: FilledCart
  payment: StartedPayment
  basket: SentBasket
}

async function pay(wanted: RealCart): Promise<Sent> {
  const cart = await fillMarketCart(shop, market, wanted)
  const payment = await startPayment(shop, cart.id)
  return { cart, payment, basket: await readBasket(shop, payment) }
}

/** For review: price, tax rate and text of each line, in minor units. */
function note(wanted: RealCart, { cart, basket }: Sent): void {
  const total = `${String(cart.total)} ${cart.currency_code.toUpperCase()}`
  table.push(`${wanted.what} | Medusa: ${total} | sent: ${basket.sum} = ${toRow(basket.lines)}`)
}

const minor = (major: number, { currency_code }: FilledCart) =>
  major * 10 ** (DECIMALS[currency_code] ?? 2)

/** One line at most, worth at most one minor unit for each of the others. */
function expectSmallRounding(lines: Line[]): void {
  const roundings = lines.filter(isRounding)
  expect(roundings.length).toBeLessThanOrEqual(1)
  expect(worth(roundings)).toBeLessThanOrEqual(lines.length - roundings.length)
}

/** Each coupon is rounded by itself, so by half a minor unit at most. */
function expectDiscounts(wanted: RealCart, { cart, basket }: Sent): void {
  const coupons = basket.lines.filter((line) => isCoupon(line) && !isRounding(line))
  const given = minor(cart.discount_total + cart.credit_line_total, cart)
  expect(Math.abs(worth(coupons) - given)).toBeLessThanOrEqual(0.51 * coupons.length)
  for (const code of wanted.codes ?? []) {
    expect(coupons.map(({ desc }) => desc)).toContainEqual(expect.stringContaining(code))
  }
}

/** Also says that the basket is no single line: that one belongs to no article. */
function expectArticles({ cart, basket }: Sent): void {
  const inBasket = cart.items.map(({ id }) => {
    const parts = basket.lines.filter(({ reference_id }) => reference_id === id)
    return { id, quantity: parts.reduce((sum, { quantity }) => sum + quantity, 0) }
  })
  expect(inBasket).toEqual(cart.items)
}

describe("the basket of a cart that Medusa has made", () => {
  it.each(share(REAL_CARTS))("$what", async (wanted) => {
    const sent = await pay(wanted)
    note(wanted, sent)
    const { cart, payment, basket } = sent
    expect(payment.session.amount).toBe(cart.total)
    expect(Math.abs(minor(cart.discount_total, cart) - wanted.discount)).toBeLessThan(0.51)
    expect(basket.sum).toBe(wanted.total)
    expect(sumOf(basket.lines)).toBe(wanted.total)
    for (const { quantity, priceOne, tax } of basket.lines) {
      expect([quantity, priceOne, tax].filter((n) => !Number.isInteger(n) || n < 0)).toEqual([])
    }
    expectSmallRounding(basket.lines)
    expectDiscounts(wanted, sent)
    expectArticles(sent)
  })
})

/** Every currency, and totals that are no whole number of minor units. */
const PAID = [
  "10 % off all articles",
  "two gift cards, a code, shipping",
  "more off than the articles cost",
  "francs, 8.1 and 2.6 % on top",
  "pounds, books without tax",
  "dollars, state and city tax",
  "yen, without decimals",
  "dinars, three decimals",
].map((name) => {
  const found = REAL_CARTS.find(({ what }) => what === name)
  if (!found) throw new Error(`There is no cart "${name}".`)
  return found
})

describe("an order and its money, exactly as Medusa reckons them", () => {
  it.each(PAID)("$what", async (wanted) => {
    const { cart, payment } = await pay(wanted)
    expect(await comeBack(await payAt(shop, payment))).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, cart.id)).toEqual(captured(cart.total))
  })
})

describe("what secuconnect is told of an article", () => {
  const told = async (items: RealCart["items"]) => {
    const { basket } = await pay({ what: "", total: 0, discount: 0, items, shipping: "pickup" })
    const [line] = basket.lines
    return { desc: line?.desc, articleNumber: line?.articleNumber, ean: line?.ean }
  }

  it.each<[string, RealCart["items"], Partial<Line>]>([
    [
      "a valid barcode",
      { shirt: 1 },
      { desc: "T-Shirt Rot / L", articleNumber: "SHIRT-R-L", ean: "4006381333931" },
    ],
    ["no barcode whose check digit is wrong", { mug: 1 }, { desc: "Becher", articleNumber: "MUG" }],
    ["no article number where there is none", { song: 1 }, { desc: "Lied zum Herunterladen" }],
    [
      "emoji, quotes and umlauts as they are",
      { family: 1 },
      {
        desc: "🎁 Für 👩‍👩‍👧‍👦 aus 🇩🇪 – “größer” & <b>schöner</b> Größe XL",
        articleNumber: "ÄÖÜ/ß #1",
      },
    ],
    [
      "any script, without what hides text",
      { smuggled: 1 },
      { desc: "Ein Text mit allem עברית, العربية, 日本語" },
    ],
    [
      "at most 200 characters",
      { endless: 1 },
      { desc: "Donaudampfschifffahrt ".repeat(14).slice(0, 200).trim() },
    ],
  ])("%s", async (_what, items, expected) => {
    expect(await told(items)).toEqual({ articleNumber: undefined, ean: undefined, ...expected })
  })
})
