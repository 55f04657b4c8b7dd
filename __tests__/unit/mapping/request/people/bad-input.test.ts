import fc from "fast-check"
import { toPeople } from "../../../../../src/mapping/request/customer"
import { LIMITS } from "../../../../../src/mapping/request/limits"
import type { Contact } from "../../../../../src/secuconnect"
import { aCart, MAX } from "./support/carts"

const LONG = "Ä".repeat(10_000)

it("texts of 10,000 characters are cut to their limits", () => {
  const billing_address = {
    ...MAX,
    first_name: LONG,
    last_name: LONG,
    company: LONG,
    address_1: LONG,
    address_2: LONG,
    postal_code: LONG,
    city: LONG,
    phone: LONG,
  }
  const { contact } = toPeople(aCart({ billing_address }), "send").customer
  const cut = (limit: number) => "Ä".repeat(limit)
  expect(contact).toEqual({
    forename: cut(LIMITS.name),
    surname: cut(LIMITS.name),
    companyname: cut(LIMITS.company),
    email: "max@example.org",
    address: {
      street: cut(LIMITS.street),
      additional_address_data: cut(LIMITS.additional_address_data),
      postal_code: cut(LIMITS.postal_code),
      city: cut(LIMITS.city),
      country: "DE",
    },
  })
})

describe("a value of the wrong type is as good as none:", () => {
  it.each([
    ["NaN", NaN],
    ["a number", 7],
    ["an object", {}],
    ["a list", ["Max"]],
    ["yes", true],
  ])("%s", (_title, value) => {
    const needed = aCart({ billing_address: { ...MAX, first_name: value } })
    expect(toPeople(needed, "send")).toEqual({ customer: {} })

    const spare = aCart({ billing_address: { ...MAX, company: value, phone: value } })
    expect(toPeople(spare, "send").customer.contact).toMatchObject({ forename: "Max" })
  })
})

const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 90 }),
  fc.string({ unit: "grapheme", maxLength: 90 }),
  fc.constantFrom("de", "CH", "Musterstr. 11", "+49 30 1234567", "a@b.de", "", "\u0000", LONG),
  fc.constantFrom(null, undefined, NaN, 0, -1, true, {}, []),
)
const address = fc.record(
  Object.fromEntries(
    Object.entries(MAX).map(([name, usual]) => [name, fc.oneof(fc.constant(usual), odd)]),
  ),
  { requiredKeys: [] },
)
const oddCart = fc.record({
  email: fc.oneof(fc.constant("max@example.org"), odd),
  billing_address: fc.option(address),
  shipping_address: fc.option(address),
})

it("whatever an address holds: no exception, and what is sent is complete and within its limits", () => {
  fc.assert(
    fc.property(oddCart, (fields) => {
      const { customer, shipping_address } = toPeople(aCart(fields), "send")
      if (customer.contact) expectSendable(customer.contact)
      if (customer.contact) expect(customer.contact.email).toMatch(/^[^\s@]+@[^\s@]+$/)
      if (shipping_address) expectSendable(shipping_address.contact)
    }),
    { numRuns: 500 },
  )
})

function expectSendable({ forename, surname, companyname, phone, address }: Contact) {
  if (phone !== undefined) expect(phone).toMatch(/^\+\d{4,15}$/)
  expectText({ forename, surname }, LIMITS.name)
  expectText({ company: companyname ?? "-" }, LIMITS.company)
  if (!address) throw new Error("The contact has no address.")
  const { country, street, street_number = "-", additional_address_data = "-" } = address
  expect(country).toMatch(/^[A-Z]{2}$/)
  expectText({ street, city: address.city }, LIMITS.street)
  expectText({ street_number }, LIMITS.street_number)
  expectText({ additional_address_data }, LIMITS.additional_address_data)
  expectText({ postal_code: address.postal_code }, LIMITS.postal_code)
}

function expectText(texts: Record<string, string>, limit: number) {
  for (const text of Object.values(texts)) {
    expect(text.length).toBeGreaterThan(0)
    expect(text.length).toBeLessThanOrEqual(limit)
    expect(text).not.toMatch(/[\p{Cs}\p{Cc}]|^\s|\s$/u)
  }
}
