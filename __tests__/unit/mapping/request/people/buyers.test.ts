import { toPeople } from "../../../../../src/mapping/request/customer"
import guide from "../../../../fixtures/secuconnect/smart-transaction-create.guide.request.json"
import { aCart, MAX } from "./support/carts"

const ERIKA = {
  ...MAX,
  first_name: "Erika",
  address_1: "Lieferweg 7",
  address_2: null,
  phone: null,
}
const ONLY_COUNTRY = { country_code: "de" }
const ASK = { customer: {} }

const people = (fields: object = {}) => toPeople(aCart(fields), "send")

describe("the buyer", () => {
  it("is written as in the vendor's guide, its phone number as in the vendor's answers", () => {
    const { forename, surname, email, address } = guide.customer.contact
    const phone = "+495555555555"
    expect(people()).toEqual({
      customer: { contact: { forename, surname, email, phone, address } },
    })
  })

  it("comes from the billing address", () => {
    const { customer } = people({ shipping_address: ERIKA })
    expect(customer.contact).toMatchObject({ forename: "Max", address: { street: "Musterstr." } })
  })

  it.each([
    ["absent", undefined],
    ["null", null],
    ["nothing but a country", ONLY_COUNTRY],
    ["empty texts", { first_name: "", address_1: " ", country_code: "de" }],
  ])(
    "comes from the shipping address when the billing address is %s",
    (_title, billing_address) => {
      const found = people({ billing_address, shipping_address: ERIKA })
      expect(found.customer.contact).toMatchObject({ forename: "Erika", surname: "Mustermann" })
      expect(found).not.toHaveProperty("shipping_address")
    },
  )

  it("is not the receiver because the billing address lacks something", () => {
    const billing_address = { ...MAX, postal_code: null }
    expect(people({ billing_address, shipping_address: ERIKA })).toEqual(ASK)
  })

  it("has a company", () => {
    const { customer } = people({ billing_address: { ...MAX, company: "Muster GmbH & Co. KG" } })
    expect(customer.contact?.companyname).toBe("Muster GmbH & Co. KG")
  })

  it("has no phone number when what was entered is none", () => {
    const { customer } = people({ billing_address: { ...MAX, phone: "keine Angabe" } })
    expect(customer.contact).toBeDefined()
    expect(customer.contact).not.toHaveProperty("phone")
  })

  it("has a phone number of the address's country", () => {
    const billing_address = { ...MAX, country_code: "at", phone: "0664 1234567" }
    expect(people({ billing_address }).customer.contact?.phone).toBe("+436641234567")
  })

  it("has names of any script and shape", () => {
    const billing_address = { ...MAX, first_name: "Žofie 👩‍👩‍👧", last_name: "von\u00a0der  O’Neill" }
    const { contact } = people({ billing_address }).customer
    expect(contact).toMatchObject({ forename: "Žofie 👩‍👩‍👧", surname: "von der O’Neill" })
  })
})

describe("the payment page asks for the buyer", () => {
  it("when the shop wants it so", () => {
    expect(toPeople(aCart(), "ask")).toEqual(ASK)
  })

  it("when there is no cart", () => {
    expect(toPeople(null, "send")).toEqual(ASK)
  })

  it("when there is no address", () => {
    expect(people({ billing_address: null, shipping_address: null })).toEqual(ASK)
  })

  it("when there is nothing but a country", () => {
    expect(people({ billing_address: ONLY_COUNTRY, shipping_address: ONLY_COUNTRY })).toEqual(ASK)
  })

  it.each(["first_name", "last_name", "address_1", "postal_code", "city", "country_code"])(
    "when %s is missing, empty or shows nothing",
    (field) => {
      for (const value of [null, undefined, "", " \u0000\t", "\u200b\u200d"]) {
        expect(people({ billing_address: { ...MAX, [field]: value } })).toEqual(ASK)
      }
    },
  )

  it.each(["deu", "Germany", "d", "4", "🇩🇪"])("when the country is %p", (country_code) => {
    expect(people({ billing_address: { ...MAX, country_code } })).toEqual(ASK)
  })

  it.each([
    null,
    "",
    "max",
    "max@",
    "@example.org",
    "max@example",
    "max@example.",
    "max@@example.org",
    "max@work@example.org",
    "max mustermann@example.org",
    "Max <max@example.org> ",
    `${"m".repeat(250)}@example.org`,
  ])("when the e-mail address is %p", (email) => {
    expect(people({ email })).toEqual(ASK)
  })
})

describe("an e-mail address is sent", () => {
  it.each([
    ["max@example.org", "max@example.org"],
    [" max@example.org\n", "max@example.org"],
    ["\u200bmax@example.org", "max@example.org"],
    ["Max.Muster+shop@mail.example.co.uk", "Max.Muster+shop@mail.example.co.uk"],
    ["o'neill_1@example.museum", "o'neill_1@example.museum"],
    [`${"m".repeat(242)}@example.org`, `${"m".repeat(242)}@example.org`],
  ])("%p", (email, sent) => {
    expect(people({ email }).customer.contact?.email).toBe(sent)
  })
})

describe("the shipping address", () => {
  it("is sent when it is somebody else's, without an e-mail address", () => {
    expect(people({ shipping_address: ERIKA }).shipping_address).toEqual({
      contact: {
        forename: "Erika",
        surname: "Mustermann",
        address: {
          street: "Lieferweg",
          street_number: "7",
          postal_code: "09123",
          city: "Musterstadt",
          country: "DE",
        },
      },
    })
  })

  it.each([
    ["the same", {}],
    ["the same but for a phone number", { phone: null }],
    ["the same but for capitals", { city: "MUSTERSTADT", country_code: "DE" }],
    ["the same but for blanks", { address_1: " Musterstr.  11" }],
    ["incomplete", { city: null }],
  ])("is left out when it is %s", (_title, change) => {
    expect(people({ shipping_address: { ...MAX, ...change } })).not.toHaveProperty(
      "shipping_address",
    )
  })

  it.each([
    ["another forename", { first_name: "Moritz" }],
    ["a company", { company: "Muster GmbH" }],
    ["another house", { address_1: "Musterstr. 12" }],
    ["another flat", { address_2: "App. 303" }],
    ["another postal code", { postal_code: "09124" }],
    ["another country", { country_code: "at" }],
  ])("is sent when it has %s", (_title, change) => {
    expect(people({ shipping_address: { ...MAX, ...change } })).toHaveProperty("shipping_address")
  })

  it.each([[null], [ONLY_COUNTRY]])("is left out when it is %p", (shipping_address) => {
    expect(people({ shipping_address })).not.toHaveProperty("shipping_address")
  })
})
