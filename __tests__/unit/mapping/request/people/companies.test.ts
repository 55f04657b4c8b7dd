import { toPeople } from "../../../../../src/mapping/request/customer"
import { obstacleToMethod } from "../../../../../src/mapping/request/method-limits"
import { aCart, MAX } from "./support/carts"

const companyOf = (company: string) =>
  toPeople(aCart({ billing_address: { ...MAX, company } }), "send").customer.contact?.companyname

describe("is no company:", () => {
  it.each([
    "-",
    "privat",
    "n/a",
    "keine",
    "--",
    "—",
    ".",
    "/",
    "***",
    "0",
    "00",
    " - ",
    "Privat",
    "PRIVAT!",
    "(privat)",
    "Privatperson",
    "Privat-Person",
    "Privatkunde",
    "Private",
    "private person",
    "kein",
    "Keine Firma",
    "keine Angabe",
    "k.A.",
    "k. A.",
    "n.v.",
    "N/A",
    "n.a.",
    "NA",
    "none",
    "None.",
    "no company",
    "nein",
    "ohne",
    "entfällt",
    "null",
    "undefined",
    "x",
    "xxx",
    "Firma",
    "",
    " ",
    "\u200b",
  ])("%j", (company) => {
    expect(companyOf(company)).toBeUndefined()
  })
})

describe("is a company like any other:", () => {
  it.each([
    "Muster GmbH & Co. KG",
    "Privatbrauerei Eichbaum",
    "Privat Bank AG",
    "Keine Sorge UG",
    "NA-KD",
    "N26",
    "X1",
    "Xx Design",
    "Ohne Ende GmbH",
    "4711",
    "1&1",
    "A",
    "No. 1 Coffee",
    "Nein + Partner",
    "Firma Muster",
    "株式会社",
    "Müller",
  ])("%j", (company) => {
    expect(companyOf(company)).toBe(company)
  })
})

describe("a method for private persons", () => {
  const obstacle = (company: string) => {
    const cart = aCart({
      billing_address: { ...MAX, company },
      items: [{ id: "item_1", title: "Pen", quantity: 1, unit_price: 300 }],
    })
    return obstacleToMethod("easycredit", {
      amount: 300_00,
      currency_code: "eur",
      source: { cart, automatic_codes: [], order_number: null },
      settings: { basket: "full", customer: "send" },
    })
  }

  it.each([
    ["privat", null],
    ["-", null],
    ["Muster GmbH", "method_company"],
  ])("with the company %j has the obstacle %s", (company, found) => {
    expect(obstacle(company)).toBe(found)
  })
})

it("a shipping address is no other one because of a word for no company", () => {
  const cart = aCart({ shipping_address: { ...MAX, company: "privat" } })
  expect(toPeople(cart, "send")).not.toHaveProperty("shipping_address")
})
