import { redactorFor } from "../../../src/secuconnect/communication/redact"

const customer = {
  contact: {
    forename: "Al",
    surname: "O'Neill (jun.)",
    companyname: "Müller & Söhne",
    phone: "+49 555 123456",
    address: { street: "Straße", country: "DE" },
  },
}

it.each([
  ["the buyer's name", "name O'Neill (jun.) too long", "name [redacted] too long"],
  ["in other letters", "name o'neill (JUN.)", "name [redacted]"],
  ["all that occur", "Straße, Müller & Söhne, Straße", "[redacted], [redacted], [redacted]"],
  ["a phone number without its blanks", "bad phone +49555123456", "bad phone [redacted]"],
  ["any e-mail address", "no mail to a.b+c@example.org.", "no mail to [redacted]"],
  ["any IBAN", "no IBAN DE89 3704 0044 0532 0130 00", "no IBAN [redacted]"],
])("cuts %s", (_title, text, expected) => {
  expect(redactorFor({ customer })(text)).toBe(expected)
})

it.each([
  ["texts of one or two characters", "Also DE is all right"],
  ["ids", "STX_2AUSR7M6B2NHPG3C4JTKBEY07YXSAZ of GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04"],
  ["support ids", "f8e0173c15b92750819a91ac8d5cc878"],
  ["what else the request says", "contract GCR_1 has no EUR"],
])("keeps %s", (_title, text) => {
  const request = { customer, contract: { id: "GCR_1" }, basket_info: { currency: "EUR" } }
  expect(redactorFor(request)(text)).toBe(text)
})

it.each([[undefined], [{}], [{ customer: {} }], [{ customer: { contact: null } }]])(
  "keeps a text when the request %j names nobody",
  (request) => {
    expect(redactorFor(request)("basket_info.sum differs")).toBe("basket_info.sum differs")
  },
)

it("cuts the longer of two that overlap", () => {
  const shipping_address = { contact: { forename: "Anna", surname: "Annaberg" } }
  expect(redactorFor({ shipping_address })("Annaberg")).toBe("[redacted]")
})

it("takes no long time for a long text", () => {
  const startedAt = performance.now()
  redactorFor({ customer })(`${"a".repeat(200_000)}@`)
  redactorFor({ customer })("DE11" + "A ".repeat(100_000))
  expect(performance.now() - startedAt).toBeLessThan(2_000)
})
