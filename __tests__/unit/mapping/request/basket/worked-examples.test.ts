import { cartTotal, toBasket, type BasketInput } from "../../../../../src/mapping/request/basket"
import { basketOf, cartOfPens, glance, SHIPPING, type Row } from "./make-basket"

interface Example {
  pens: Row[]
  more?: Row
  basket: string[]
}

const off = (code: string | null, amount: number, is_tax_inclusive = true) => {
  return { code, amount, is_tax_inclusive }
}

const shipped = (...adjustments: Row[]) => ({ shipping_methods: [{ ...SHIPPING, adjustments }] })

const EXAMPLES: Record<string, Example> = {
  "an article": { pens: [{ quantity: 2 }], basket: ["article Pen 2 × 1000 19%"] },
  "a net price becomes gross": {
    pens: [{ is_tax_inclusive: false }],
    basket: ["article Pen 1 × 1190 19%"],
  },
  "several tax lines of a net price are summed": {
    pens: [{ is_tax_inclusive: false, tax_lines: [{ rate: 4 }, { rate: 4.5 }] }],
    basket: ["article Pen 1 × 1085 9%"],
  },
  "several tax lines of a gross price are summed": {
    pens: [{ tax_lines: [{ rate: 4 }, { rate: 4.5 }] }],
    basket: ["article Pen 1 × 1000 9%"],
  },
  "8.1 percent is sent as 8": {
    pens: [{ tax_lines: [{ rate: 8.1 }] }],
    basket: ["article Pen 1 × 1000 8%"],
  },
  "5.5 percent is sent as 6": {
    pens: [{ tax_lines: [{ rate: 5.5 }] }],
    basket: ["article Pen 1 × 1000 6%"],
  },
  "25.5 percent is sent as 26": {
    pens: [{ tax_lines: [{ rate: 25.5 }] }],
    basket: ["article Pen 1 × 1000 26%"],
  },
  "a total that does not divide is two lines": {
    pens: [{ quantity: 3, unit_price: "3.3333333333" }],
    basket: ["article Pen 2 × 333 19%", "article Pen 1 × 334 19%"],
  },
  "a fractional quantity stands in the text": {
    pens: [{ quantity: 1.5, unit_price: 4 }],
    basket: ["article 1.5 × Pen 1 × 600 19%"],
  },
  "a thousand pieces at a fraction of a cent are one line": {
    pens: [{ quantity: 1000, unit_price: 0.0042 }],
    basket: ["article 1000 × Pen 1 × 420 19%"],
  },
  "many pieces at some cents and a fraction are one line": {
    pens: [{ quantity: 1000, unit_price: 0.0142 }],
    basket: ["article 1000 × Pen 1 × 1420 19%"],
  },
  "pieces whose net price is some cents are one line": {
    pens: [{ quantity: 250, unit_price: 0.04, is_tax_inclusive: false }],
    basket: ["article 250 × Pen 1 × 1190 19%"],
  },
  "pieces at whole cents keep their quantity": {
    pens: [{ quantity: 1000, unit_price: 0.04 }],
    basket: ["article Pen 1000 × 4 19%"],
  },
  "pieces for nothing keep their quantity": {
    pens: [{}, { quantity: 1000, unit_price: 0 }],
    basket: [pen(), "article Pen 1000 × 0 19%"],
  },
  "a piece below half a cent": {
    pens: [{}, { quantity: 1, unit_price: 0.0042 }],
    basket: [pen(), pen(0)],
  },
  "yen by the hundred": {
    pens: [{ quantity: 300, unit_price: 0.25 }],
    more: { currency_code: "jpy" },
    basket: ["article 300 × Pen 1 × 75 19%"],
  },
  "a fractional quantity of many digits is readable": {
    pens: [{ quantity: "0.333333333333333333", unit_price: 30 }],
    basket: ["article 0.333333 × Pen 1 × 1000 19%"],
  },
  "a large quantity has all its digits": {
    pens: [{ quantity: "1234567", unit_price: "0.0001" }],
    basket: ["article 1234567 × Pen 1 × 12346 19%"],
  },
  "a returned deposit is a credit with its tax": {
    pens: [{}, { product_title: "Deposit", unit_price: -0.25, quantity: 4 }],
    basket: [pen(), "coupon Credit: Deposit 4 × 25 19%"],
  },
  "a returned deposit keeps a tax of its own": {
    pens: [{}, { product_title: "Crate", unit_price: -3.1, tax_lines: [{ rate: 7 }] }],
    basket: [pen(), "coupon Credit: Crate 1 × 310 7%"],
  },
  "a returned deposit that is kept net": {
    pens: [{}, { product_title: "Crate", unit_price: -1, is_tax_inclusive: false }],
    basket: [pen(), "coupon Credit: Crate 1 × 119 19%"],
  },
  "returned deposits that do not divide are two lines": {
    pens: [{}, { product_title: "Keg", quantity: 3, unit_price: "-1.3333333333" }],
    basket: [pen(), "coupon Credit: Keg 1 × 134 19%", "coupon Credit: Keg 2 × 133 19%"],
  },
  "many cheap deposits are one line": {
    pens: [{}, { product_title: "Cup", quantity: 30, unit_price: -0.085 }],
    basket: [pen(), "coupon Credit: 30 × Cup 1 × 255 19%"],
  },
  "a fractional deposit": {
    pens: [{}, { product_title: "Barrel", quantity: 1.5, unit_price: -2 }],
    basket: [pen(), "coupon Credit: 1.5 × Barrel 1 × 300 19%"],
  },
  "a deposit beside a discount and shipping": {
    pens: [{ adjustments: [off("SUMMER", 1)] }, { product_title: "Deposit", unit_price: -1 }],
    more: shipped(),
    basket: [
      pen(),
      "coupon Credit: Deposit 1 × 100 19%",
      "shipping Standard shipping 1 × 490 19%",
      "coupon Discount SUMMER 1 × 100 19%",
    ],
  },
  "a deposit taken and one returned": {
    pens: [
      {},
      { product_title: "Deposit", unit_price: 2 },
      { product_title: "Empties", unit_price: -1.5 },
    ],
    basket: [pen(), "article Deposit 1 × 200 19%", "coupon Credit: Empties 1 × 150 19%"],
  },
  "a trade-in without tax": {
    pens: [{}, { product_title: "Old pen", unit_price: -5, tax_lines: [] }],
    basket: [pen(), "coupon Credit: Old pen 1 × 500 0%"],
  },
  "shipping that is given back": {
    pens: [{}],
    more: { shipping_methods: [{ ...SHIPPING, name: "Collected", amount: -1 }] },
    basket: [pen(), "coupon Credit: Collected 1 × 100 19%"],
  },
  "something for nothing": { pens: [{}, { unit_price: 0 }], basket: [pen(), pen(0)] },
  "shipping has its name and tax": {
    pens: [{}],
    more: shipped(),
    basket: [pen(), "shipping Standard shipping 1 × 490 19%"],
  },
  "shipping without a name": {
    pens: [{}],
    more: { shipping_methods: [{ ...SHIPPING, name: " " }] },
    basket: [pen(), "shipping Shipping 1 × 490 19%"],
  },
  "shipping that costs nothing is no line": {
    pens: [{}],
    more: { shipping_methods: [{ ...SHIPPING, amount: 0 }] },
    basket: [pen()],
  },
  "shipping that a promotion made free is a line and a coupon": {
    pens: [{}],
    more: shipped({ code: "FREESHIP", amount: "4.117647058823529" }),
    basket: [
      pen(),
      "shipping Standard shipping 1 × 490 19%",
      "coupon Discount FREESHIP 1 × 490 19%",
    ],
  },
  "two shipping methods": {
    pens: [{}],
    more: { shipping_methods: [SHIPPING, { ...SHIPPING, id: "casm_2", name: "Express" }] },
    basket: [pen(), "shipping Standard shipping 1 × 490 19%", "shipping Express 1 × 490 19%"],
  },
  "one coupon per code, whatever it was given on": {
    pens: [{ adjustments: [off("SUMMER", 1)] }, { adjustments: [off("SUMMER", 2)] }],
    basket: [pen(), pen(), "coupon Discount SUMMER 1 × 300 19%"],
  },
  "one coupon per tax rate": {
    pens: [
      { adjustments: [off("SUMMER", 1)] },
      { tax_lines: [{ rate: 7 }], adjustments: [off("SUMMER", 2)] },
    ],
    basket: [
      pen(),
      "article Pen 1 × 1000 7%",
      "coupon Discount SUMMER 1 × 100 19%",
      "coupon Discount SUMMER 1 × 200 7%",
    ],
  },
  "one coupon for articles and shipping of one rate": {
    pens: [{ adjustments: [off("SUMMER", 1)] }],
    more: shipped({ code: "SUMMER", amount: 1 }),
    basket: [pen(), "shipping Standard shipping 1 × 490 19%", "coupon Discount SUMMER 1 × 219 19%"],
  },
  "a discount that is kept net is grossed up, on a gross price too": {
    pens: [{ adjustments: [off("NET", 1, false)] }],
    basket: [pen(), "coupon Discount NET 1 × 119 19%"],
  },
  "a discount that is kept gross is taken as it is, on a net price too": {
    pens: [{ is_tax_inclusive: false, adjustments: [off("GROSS", 1)] }],
    basket: ["article Pen 1 × 1190 19%", "coupon Discount GROSS 1 × 100 19%"],
  },
  "an automatic promotion is only a discount": {
    pens: [{ adjustments: [off("AUTO", 1)] }],
    basket: [pen(), "coupon Discount 1 × 100 19%"],
  },
  "a discount without a code is one as well": {
    pens: [{ adjustments: [off(null, 1), off("AUTO", 2)] }],
    basket: [pen(), "coupon Discount 1 × 300 19%"],
  },
  "a discount below half a cent is no line": {
    pens: [{ adjustments: [off("TINY", 0.004)] }],
    basket: [pen()],
  },
  "gift cards and credit are one coupon without tax": {
    pens: [{}],
    more: { credit_lines: [{ amount: 2 }, { amount: "1.5" }] },
    basket: [pen(), "coupon Gift card or store credit 1 × 350 0%"],
  },
  "what roundings leave is a line without tax": {
    pens: [{ unit_price: 0.004 }, { unit_price: 0.004 }, { unit_price: 1 }],
    basket: [pen(0), pen(0), "article Pen 1 × 100 19%", "article Rounding 1 × 1 0%"],
  },
  "what roundings are too much is a coupon": {
    pens: [{ unit_price: 0.005 }, { unit_price: 0.005 }],
    basket: [pen(1), pen(1), "coupon Rounding 1 × 1 0%"],
  },
  "yen have no decimals": {
    pens: [{ unit_price: 999.5 }],
    more: { currency_code: "jpy" },
    basket: [pen(1000)],
  },
  "dinars have three": {
    pens: [{ unit_price: 1.2347 }],
    more: { currency_code: "kwd" },
    basket: [pen(1235)],
  },
  "capitals in the currency's code": {
    pens: [{}],
    more: { currency_code: "EUR" },
    basket: [pen()],
  },
  "an article that was taken out gives no discount either": {
    pens: [{}, { quantity: 0, adjustments: [off("SUMMER", 3)] }],
    basket: [pen()],
  },
}

function pen(price = 1000): string {
  return `article Pen 1 × ${String(price)} 19%`
}

it.each(Object.entries(EXAMPLES))("%s", (_rule, { pens, more, basket }) => {
  const made = basketOf(cartOfPens(pens, more))
  expect(made.fallback).toBeNull()
  expect(glance(made)).toEqual(basket)
})

describe("the name of an article is", () => {
  it.each<[what: string, Row, desc: string]>([
    ["product and variant", { variant_title: "Blue" }, "Pen Blue"],
    ["the product for Medusa's own variant", { variant_title: "Default variant" }, "Pen"],
    ["the product for a default", { variant_title: "default" }, "Pen"],
    ["the product for a default title", { variant_title: "Default Title" }, "Pen"],
    ["the product for Medusa's own option", { variant_title: "Default option value" }, "Pen"],
    ["the product for a standard", { variant_title: "Standard" }, "Pen"],
    ["the product for the German standard", { variant_title: "Standardvariante" }, "Pen"],
    [
      "both, if a standard comes in colours",
      { variant_title: "Standard / Red" },
      "Pen Standard / Red",
    ],
    ["both, if a word begins like it", { variant_title: "Standardgröße" }, "Pen Standardgröße"],
    ["said once", { variant_title: "Pen" }, "Pen"],
    ["the line's own without a product", { product_title: null, title: "Engraving" }, "Engraving"],
    [
      "the line's own for an empty product",
      { product_title: " ", title: "Engraving" },
      "Engraving",
    ],
    ["the variant without a product", { product_title: "", variant_title: "Blue" }, "Blue"],
    ["the SKU without names", { product_title: "", variant_sku: "PEN-1" }, "PEN-1"],
    ["the line's id without anything", { product_title: null }, "cali_1"],
    ["written on one line", { product_title: "Pen\r\n\tof\u0000 gold" }, "Pen of gold"],
    ["in any script", { product_title: "🖋️ قلم ペン" }, "🖋️ قلم ペン"],
  ])("%s", (_what, pen, desc) => {
    expect(basketOf(cartOfPens([pen])).products[0]?.desc).toBe(desc)
  })
})

describe("one line is sent", () => {
  const source = { cart: cartOfPens([{}, {}]), automatic_codes: [], order_number: null }
  const full = { source, amount: 2000, language: "en", detail: "full", reference: "REF" } as const
  const order = { ...source, cart: null, order_number: 7 }
  const ofOrder = { ...order, order: source.cart }
  const empty = { ...source, cart: cartOfPens([]) }

  it.each<[when: string, BasketInput, desc: string]>([
    ["when it is set", { ...full, detail: "single_line" }, "Order REF"],
    ["in German", { ...full, detail: "single_line", language: "de" }, "Bestellung REF"],
    ["for an order that is not known", { ...full, source: order }, "Order #7"],
    [
      "when it is set, for an order",
      { ...full, source: ofOrder, detail: "single_line" },
      "Order #7",
    ],
    ["for a cart without articles", { ...full, source: empty }, "Order REF"],
  ])("%s", (_when, input, desc) => {
    expect(toBasket(input)).toEqual({ products: [single(desc, 2000)], fallback: null })
  })

  it("for a part of the cart, with both sums for the log", () => {
    const fallback = { reason: "not_the_cart", sum: 2000 }
    const products = [single("Order REF", 1500)]
    expect(toBasket({ ...full, amount: 1500 })).toEqual({ products, fallback })
  })
})

describe("an order", () => {
  const order = cartOfPens([{ quantity: 2 }], { shipping_methods: [SHIPPING] })
  const source = { cart: null, order, automatic_codes: [], order_number: 7 }
  const input = { source, detail: "full", reference: "REF" } as const

  it("is paid line by line where its lines make up what is open", () => {
    const basket = toBasket({ ...input, amount: 2490, language: "en" })
    expect(glance(basket)).toEqual([
      "article Pen 2 × 1000 19%",
      "shipping Standard shipping 1 × 490 19%",
    ])
    expect(basket.fallback).toBeNull()
  })

  it.each([
    ["en", "Outstanding amount of order #7"],
    ["de", "Offener Betrag der Bestellung #7"],
  ] as const)("is one line that says so where less, or more, is open: %s", (language, desc) => {
    for (const amount of [1795, 3000]) {
      const products = [single(desc, amount)]
      expect(toBasket({ ...input, amount, language })).toEqual({ products, fallback: null })
    }
  })
})

/** A basket's lines in one language. */
function linesIn(language: "de" | "en", pens: Row[]): string[] {
  const cart = cartOfPens(pens)
  const source = { cart, automatic_codes: [], order_number: null }
  const amount = cartTotal(cart)
  return glance(toBasket({ source, amount, language, detail: "full", reference: "REF" }))
}

describe("a fractional quantity is written as the language does:", () => {
  it.each<[quantity: unknown, price: unknown, german: string, english: string]>([
    [1.5, 4, "1,5 × Pen 1 × 600", "1.5 × Pen 1 × 600"],
    [0.25, 4, "0,25 × Pen 1 × 100", "0.25 × Pen 1 × 100"],
    ["0.125", 80, "0,125 × Pen 1 × 1000", "0.125 × Pen 1 × 1000"],
    [12.75, 2, "12,75 × Pen 1 × 2550", "12.75 × Pen 1 × 2550"],
    [1234.5, 1, "1234,5 × Pen 1 × 123450", "1234.5 × Pen 1 × 123450"],
    [0.1 + 0.2, 10, "0,3 × Pen 1 × 300", "0.3 × Pen 1 × 300"],
    ["1.50", 4, "1,5 × Pen 1 × 600", "1.5 × Pen 1 × 600"],
    [{ value: "2.5" }, 4, "2,5 × Pen 1 × 1000", "2.5 × Pen 1 × 1000"],
    ["0.6666666666", 15, "0,666667 × Pen 1 × 1000", "0.666667 × Pen 1 × 1000"],
    ["0.000001", "10000000", "0,000001 × Pen 1 × 1000", "0.000001 × Pen 1 × 1000"],
    ["2.000", 4, "Pen 2 × 400", "Pen 2 × 400"],
    [1000.5, "0.0042", "1000,5 × Pen 1 × 420", "1000.5 × Pen 1 × 420"],
  ])("%j at %s", (...[quantity, unit_price, german, english]) => {
    expect(linesIn("de", [{ quantity, unit_price }])).toEqual([`article ${german} 19%`])
    expect(linesIn("en", [{ quantity, unit_price }])).toEqual([`article ${english} 19%`])
  })
})

describe("cheap pieces are one readable line where their price is no whole number of cents:", () => {
  it.each<[quantity: number, price: unknown, line: string]>([
    [1000, 0.0042, "1000 × Pen 1 × 420"],
    [1000, "0.0149", "1000 × Pen 1 × 1490"],
    [500, 0.015, "500 × Pen 1 × 750"],
    [3, 0.011, "Pen 3 × 1"],
    [7, "0.0333333", "7 × Pen 1 × 23"],
    [250, 0.099, "250 × Pen 1 × 2475"],
    [10_000, 0.0001, "10000 × Pen 1 × 100"],
    [99, 0.0999, "99 × Pen 1 × 989"],
    [2, 0.075, "2 × Pen 1 × 15"],
    [1000, 0.01, "Pen 1000 × 1"],
    [1000, 0.09, "Pen 1000 × 9"],
    [3, "0.1033333333", "Pen 2 × 10|Pen 1 × 11"],
    [3, 3.5, "Pen 3 × 350"],
  ])("%i at %s", (quantity, unit_price, line) => {
    expect(linesIn("en", [{ quantity, unit_price }])).toEqual(
      line.split("|").map((part) => `article ${part} 19%`),
    )
  })
})

it("a returned deposit says in German what it is", () => {
  const deposit = { product_title: "Pfand", unit_price: -0.25, quantity: 4 }
  expect(linesIn("de", [{}, deposit])).toEqual([pen(), "coupon Gutschrift: Pfand 4 × 25 19%"])
})

function single(desc: string, priceOne: number) {
  return { id: 1, item_type: "article", desc, quantity: 1, priceOne, tax: 0 }
}
