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
    expect(people({ billing_address, shipping_address: ERIKA }).customer).toEqual({})
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
    "müller@example.org",
    "max.@example.org",
    "max@ücher",
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
    ["max@bücher.example", "max@xn--bcher-kva.example"],
    ["max@Straße.example", "max@xn--strae-oqa.example"],
    ["Max@Example.ORG", "Max@Example.ORG"],
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

describe("a complete, other shipping address is sent although the page asks for the customer, who has", () => {
  it.each<[string, object]>([
    ["no last name", { billing_address: { ...MAX, last_name: null } }],
    ["a blank for a last name", { billing_address: { ...MAX, last_name: " " } }],
    ["no first name", { billing_address: { ...MAX, first_name: "" } }],
    [
      "a company only",
      { billing_address: { ...MAX, first_name: null, last_name: null, company: "Muster GmbH" } },
    ],
    ["no street", { billing_address: { ...MAX, address_1: null } }],
    ["no postal code", { billing_address: { ...MAX, postal_code: null } }],
    ["no city", { billing_address: { ...MAX, city: "" } }],
    ["no country", { billing_address: { ...MAX, country_code: null } }],
    ["a country that is none", { billing_address: { ...MAX, country_code: "Germany" } }],
    ["nothing but a name", { billing_address: { first_name: "Max", last_name: "Mustermann" } }],
    ["nothing but a phone number", { billing_address: { phone: "030 123456", company: "ACME" } }],
    ["no e-mail address", { email: null }],
    ["an e-mail address that is none", { email: "max@" }],
  ])("%s", (_what, fields) => {
    const found = people({ shipping_address: ERIKA, ...fields })
    expect(found.customer).toEqual({})
    expect(found.shipping_address?.contact).toMatchObject({
      forename: "Erika",
      address: { street: "Lieferweg", street_number: "7" },
    })
  })

  it.each<[string, object]>([
    ["the same but for the last name", { billing_address: { ...MAX, last_name: null } }],
    ["the same in capitals", { billing_address: { ...MAX, last_name: null, city: "MUSTERSTADT" } }],
    ["incomplete as well", { shipping_address: { ...ERIKA, last_name: null } }],
    ["all there is", { billing_address: null, shipping_address: { ...ERIKA, city: null } }],
  ])("but not when it is %s", (_what, fields) => {
    const billing_address = { ...MAX, first_name: null }
    expect(people({ billing_address, ...fields })).toEqual(ASK)
  })

  it("but not when the shop wants the page to ask", () => {
    const cart = aCart({ billing_address: { ...MAX, last_name: null }, shipping_address: ERIKA })
    expect(toPeople(cart, "ask")).toEqual(ASK)
  })
})

describe("a second line with the house number alone belongs to the first:", () => {
  it.each([
    ["de", "Musterstr.", "11a", "Musterstr.", "11a"],
    ["de", "Musterstraße", "11 a", "Musterstraße", "11 a"],
    ["de", "Musterstraße,", "12", "Musterstraße", "12"],
    ["de", "Straße des 17. Juni", "135", "Straße des 17. Juni", "135"],
    ["de", "Am Alten Markt", "3-5", "Am Alten Markt", "3-5"],
    ["de", "Hauptstr.", "Nr. 7", "Hauptstr.", "Nr. 7"],
    ["de", "C 4", "12", "C 4", "12"],
    ["de", "Bahnhofstr.", "5½", "Bahnhofstr.", "5½"],
    ["at", "Schulgasse", "3/2/11", "Schulgasse", "3/2/11"],
    ["ch", "Chemin de la Tour-Grise", "4bis", "Chemin de la Tour-Grise", "4bis"],
    ["nl", "Damrak", "70-3", "Damrak", "70-3"],
    ["gb", "Baker Street", "221B", "Baker Street", "221B"],
    ["fr", "rue de la Paix", "12 bis", "rue de la Paix", "12 bis"],
  ])("%s %s | %s", (...[country_code, address_1, address_2, street, street_number]) => {
    const billing_address = { ...MAX, country_code, address_1, address_2, phone: null }
    const address = people({ billing_address }).customer.contact?.address
    expect(address).toMatchObject({ street, street_number })
    expect(address).not.toHaveProperty("additional_address_data")
  })

  it.each([
    ["the first has a number", "Musterstr. 5", "12"],
    ["the first has a number and more", "Musterstr. 5 Lager", "12"],
    ["the first has a number in front", "5 Musterstr.", "12"],
    ["it is no street", "Packstation", "145"],
    ["it is a customer number", "Packstation 145", "1234567"],
    ["it is a post-office box", "Postfach", "12"],
    ["it is a building", "Haus 7", "3"],
    ["it is a flat", "Musterstr.", "Top 5"],
    ["it is a floor", "Musterstr.", "3. OG"],
    ["it is a letter", "Musterstr.", "a"],
    ["it is a postal code", "Musterstr.", "12345"],
    ["it holds two", "Musterstr.", "5 // 7"],
    ["it is somebody's", "c/o Müller", "12"],
    ["the first is a bare word", "Straße", "12"],
  ])("not when %s: %s | %s", (_what, address_1, address_2) => {
    const billing_address = { ...MAX, address_1, address_2 }
    const address = people({ billing_address }).customer.contact?.address
    expect(address?.additional_address_data).toBe(address_2)
  })
})

describe("a street that is longer than 50 characters", () => {
  const LONG = "Industriegebiet Nord-Ost, Musterstraße 14 Lagerhalle 2 Rampe 5"
  const address = (fields: object) =>
    people({ billing_address: { ...MAX, address_2: null, ...fields } }).customer.contact?.address

  it.each([
    [LONG, "Industriegebiet Nord-Ost, Musterstraße 14", "Lagerhalle 2 Rampe 5"],
    [`${"a".repeat(50)} 7 Lager 2`, "a".repeat(50), "7 Lager 2"],
    [`${"a ".repeat(24)}bcd 7 Lager 2`, "a ".repeat(24).trim(), "bcd 7 Lager 2"],
  ])("goes on in the second line: %s", (address_1, street, additional_address_data) => {
    expect(address({ address_1 })).toMatchObject({ street, additional_address_data })
  })

  it.each<[string, object]>([
    ["the second line is taken", { address_1: LONG, address_2: "App. 302" }],
    ["it is one word", { address_1: "a".repeat(80) }],
    ["the rest does not fit either", { address_1: `${"a".repeat(40)} ${"b".repeat(80)}` }],
  ])("is cut when %s", (_when, fields) => {
    expect(address(fields)?.street.length).toBeLessThanOrEqual(50)
    expect(address(fields)?.additional_address_data).toBe(
      "address_2" in fields ? "App. 302" : undefined,
    )
  })
})
