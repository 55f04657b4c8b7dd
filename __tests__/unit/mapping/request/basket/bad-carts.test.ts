import { ZodError } from "zod"
import { sumOf } from "../../../../../src/mapping/request/basket/line"
import { toPeople } from "../../../../../src/mapping/request/customer"
import { causeOf } from "../../../../../src/mapping/words/errors"
import { basketOf, cartOfPens, glance, SHIPPING, type Row } from "./make-basket"

const LONG = "Ä".repeat(10_000)

describe("a correct basket in spite of", () => {
  it.each<[what: string, bad: { pen?: Row; cart?: Row }, line: string]>([
    ["tax lines that are absent", { pen: { tax_lines: undefined } }, "Pen 1 × 1000 0%"],
    ["tax lines that are null", { pen: { tax_lines: null } }, "Pen 1 × 1000 0%"],
    ["tax lines that are none", { pen: { tax_lines: [] } }, "Pen 1 × 1000 0%"],
    [
      "net prices without tax",
      { pen: { is_tax_inclusive: false, tax_lines: null } },
      "Pen 1 × 1000 0%",
    ],
    ["discounts that are null", { pen: { adjustments: null } }, "Pen 1 × 1000 19%"],
    ["no word on the tax", { pen: { is_tax_inclusive: null } }, "Pen 1 × 1190 19%"],
    ["shipping that is null", { cart: { shipping_methods: null } }, "Pen 1 × 1000 19%"],
    ["credit that is null", { cart: { credit_lines: null } }, "Pen 1 × 1000 19%"],
    ["a name that is a number", { pen: { product_title: 7, title: "Pen" } }, "Pen 1 × 1000 19%"],
    ["a barcode that is none", { pen: { variant_barcode: "no barcode" } }, "Pen 1 × 1000 19%"],
  ])("%s", (_what, { pen = {}, cart }, line) => {
    expect(glance(basketOf(cartOfPens([pen], cart)))).toEqual([`article ${line}`])
  })

  it("names of 10,000 characters", () => {
    const long = { product_title: LONG, variant_title: LONG, variant_sku: LONG }
    const cart = cartOfPens([{ ...long, adjustments: [{ code: LONG, amount: 1 }] }], {
      shipping_methods: [{ ...SHIPPING, name: LONG }],
    })
    const { products, fallback } = basketOf(cart)
    expect(fallback).toBeNull()
    expect(products.map(({ desc }) => desc.length)).toEqual([200, 200, 200])
    expect(products[0]?.articleNumber).toHaveLength(200)
  })

  it("5,000 lines", () => {
    const pens = Array.from({ length: 5_000 }, () => ({ quantity: 3, unit_price: "3.3333" }))
    const { products, fallback } = basketOf(cartOfPens(pens))
    expect(fallback).toBeNull()
    expect(products.filter(({ item_type }) => item_type === "article")).toHaveLength(10_000)
    expect(sumOf(products)).toBe(5_000_000 - 50)
  })

  it("an address with only a country", () => {
    const only = { country_code: "de" }
    const cart = cartOfPens([{}], { billing_address: only, shipping_address: only })
    expect(glance(basketOf(cart))).toEqual(["article Pen 1 × 1000 19%"])
    expect(toPeople(cart, "send")).toEqual({ customer: {} })
  })
})

describe("one line for what secuconnect has no line for:", () => {
  it.each<[what: string, pens: Row[], fields: Row]>([
    ["a discount below nothing", [{ adjustments: [{ code: "A", amount: -1 }] }], {}],
    ["a negative quantity", [{}, {}, { quantity: -1 }], {}],
    ["credit below nothing", [{}], { credit_lines: [{ amount: -1 }] }],
  ])("%s", (_what, pens, fields) => {
    const { products, fallback } = basketOf(cartOfPens(pens, fields))
    expect(products).toHaveLength(1)
    expect(products[0]?.desc).toBe("Order REF")
    expect(fallback).toMatchObject({ reason: "misunderstood" })
  })
})

describe("an error that names the field:", () => {
  it.each<[path: string, pen: Row, fields: Row]>([
    ["items.0.unit_price", { unit_price: NaN }, {}],
    ["items.0.unit_price", { unit_price: "abc" }, {}],
    ["items.0.unit_price", { unit_price: null }, {}],
    ["items.0.unit_price", { unit_price: {} }, {}],
    ["items.0.unit_price", { unit_price: true }, {}],
    ["items.0.quantity", { quantity: Infinity }, {}],
    ["items.0.quantity", { quantity: undefined }, {}],
    ["items.0.tax_lines.0.rate", { tax_lines: [{ rate: NaN }] }, {}],
    ["items.0.adjustments.0.amount", { adjustments: [{ code: "A", amount: NaN }] }, {}],
    ["shipping_methods.0.amount", {}, { shipping_methods: [{ ...SHIPPING, amount: NaN }] }],
    ["credit_lines.0.amount", {}, { credit_lines: [{ amount: NaN }] }],
  ])("%s", (path, pen, fields) => {
    const error = errorOf(() => cartOfPens([pen], fields))
    expect(error).toBeInstanceOf(ZodError)
    expect(causeOf(error)).toContain(path)
  })
})

function errorOf(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error("There was no error.")
}
