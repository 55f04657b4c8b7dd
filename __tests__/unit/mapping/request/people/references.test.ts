import fc from "fast-check"
import { LIMITS } from "../../../../../src/mapping/request/limits"
import { toBankText, toReferences } from "../../../../../src/mapping/request/references"

const REFERENCE = "3F7K9QX2MA"
const shop = "Example Shop"

describe("the purpose at the bank", () => {
  it("is the shop's name and the reference", () => {
    expect(toReferences({ shop, order_number: null, reference: REFERENCE })).toEqual({
      merchantRef: REFERENCE,
      transactionRef: `Example Shop ${REFERENCE}`,
    })
  })

  it("names the order that is paid afterwards", () => {
    const { transactionRef } = toReferences({ shop, order_number: 1234, reference: REFERENCE })
    expect(transactionRef).toBe(`Example Shop 1234 ${REFERENCE}`)
  })

  it("is the reference alone when nothing of the shop's name can be written", () => {
    const { transactionRef } = toReferences({
      shop: "🛒",
      order_number: null,
      reference: REFERENCE,
    })
    expect(transactionRef).toBe(REFERENCE)
  })

  it("keeps the reference whole when the shop's name is too long", () => {
    const name = { shop: "Ä".repeat(500), order_number: 1234, reference: REFERENCE }
    const { transactionRef = "" } = toReferences(name)
    expect(transactionRef).toHaveLength(LIMITS.purpose)
    expect(transactionRef.endsWith(` 1234 ${REFERENCE}`)).toBe(true)
  })

  it("leaves room for secuconnect's own number in the 140 characters of SEPA", () => {
    expect(LIMITS.purpose + " TA 12345678".length).toBeLessThanOrEqual(140)
  })
})

describe("is written with the characters that every bank takes:", () => {
  it.each([
    ["Müllers Möbel & Söhne GmbH", "Muellers Moebel + Soehne GmbH"],
    ["ÜBER STRAẞE", "UeBER STRASSE"],
    ["Mu\u0308ller", "Mueller"],
    ["Bäckerei Käthe", "Baeckerei Kaethe"],
    ["Café Zoë", "Cafe Zoe"],
    ["Łódź Çağrı Ærø", "Lodz Cagri AEro"],
    ["магазин", "magazin"],
    ["北京商店", "Bei Jing Shang Dian"],
    ["O’Neill’s – “Best”", "O'Neill's - Best"],
    ["Shop_24!", "Shop-24"],
    ["a@b #1 *5* {x} [y] <z> €", "a b 1 5 x y z EU"],
    ["Tee 🍵 & mehr", "Tee + mehr"],
    ["/-: Shop //", "Shop"],
    ["a // b/ /c", "a / b/c"],
    ["shop.example.com", "shop.example.com"],
  ])("%s is %s", (text, written) => {
    expect(toBankText(text, 60)).toBe(written)
  })

  it("whatever the shop is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (name) => {
        const { transactionRef } = toReferences({ shop: name, order_number: 1, reference: "R" })
        expect(transactionRef).toMatch(/^[a-zA-Z0-9/\-?:().,'+ ]{1,100}$/)
        expect(transactionRef).not.toMatch(/^[/:-]|\/\s*\/|\/$/)
      }),
      { numRuns: 500 },
    )
  })
})
