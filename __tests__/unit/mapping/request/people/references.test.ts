import fc from "fast-check"
import { LIMITS } from "../../../../../src/mapping/request/limits"
import { toBankText } from "../../../../../src/mapping/request/bank-text"
import { toReferences } from "../../../../../src/mapping/request/references"

const REFERENCE = "3F7K9QX2MA"
const shop = "Example Shop"
const language = "en" as const

describe("the purpose at the bank", () => {
  it("is the shop's name and the reference", () => {
    expect(toReferences({ shop, order_number: null, reference: REFERENCE, language })).toEqual({
      merchantRef: REFERENCE,
      transactionRef: `Example Shop ${REFERENCE}`,
    })
  })

  it("names the order that is paid afterwards", () => {
    const { transactionRef } = toReferences({
      shop,
      order_number: 1234,
      reference: REFERENCE,
      language,
    })
    expect(transactionRef).toBe(`Example Shop 1234 ${REFERENCE}`)
  })

  it("is the reference alone when nothing of the shop's name can be written", () => {
    const { transactionRef } = toReferences({
      shop: "🛒",
      order_number: null,
      reference: REFERENCE,
      language,
    })
    expect(transactionRef).toBe(REFERENCE)
  })

  it("keeps the reference whole when the shop's name is too long", () => {
    const name = { shop: "Ä".repeat(500), order_number: 1234, reference: REFERENCE, language }
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
    ["O’Neill’s – “Best”", "O'Neill's - 'Best'"],
    ["Shop_24!", "Shop-24"],
    ["a@b #1 *5* {x} [y] <z> €", "a (at) b No. 1 5 (x) (y) z EUR"],
    ["Tee 🍵 & mehr", "Tee + mehr"],
    ["/-: Shop //", "Shop"],
    ["a // b/ /c", "a / b/c"],
    ["shop.example.com", "shop.example.com"],
  ])("%s is %s", (text, written) => {
    expect(toBankText(text, 60, "en")).toBe(written)
  })

  it("whatever the shop is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (name) => {
        const { transactionRef } = toReferences({
          shop: name,
          order_number: 1,
          reference: "R",
          language,
        })
        expect(transactionRef).toMatch(/^[a-zA-Z0-9/\-?:().,'+ ]{1,100}$/)
        expect(transactionRef).not.toMatch(/^[/:-]|\/\s*\/|\/$/)
      }),
      { numRuns: 500 },
    )
  })
})

describe("signs keep their meaning, in German and English:", () => {
  it.each([
    ["5€ Gutschein", "5 EUR Gutschein", "5 EUR Gutschein"],
    ["Alles für 1 €", "Alles fuer 1 EUR", "Alles fuer 1 EUR"],
    ["€-Shop", "EUR-Shop", "EUR-Shop"],
    ["100€-Gutschein", "100 EUR-Gutschein", "100 EUR-Gutschein"],
    ["(€)", "(EUR)", "(EUR)"],
    ["£5 Shop", "GBP 5 Shop", "GBP 5 Shop"],
    ["$9.99", "USD 9.99", "USD 9.99"],
    ["US$ 5", "USD 5", "USD 5"],
    ["AU$5", "AUD 5", "AUD 5"],
    ["Ke$ha & A$AP", "KeSha + ASAP", "KeSha + ASAP"],
    ["¥1000", "JPY 1000", "JPY 1000"],
    ["99¢", "99 Cent", "99 cents"],
    ["20% Rabatt", "20 Prozent Rabatt", "20 percent Rabatt"],
    ["100%", "100 Prozent", "100 percent"],
    ["100 % Bio", "100 Prozent Bio", "100 percent Bio"],
    ["20%-Aktion", "20 Prozent-Aktion", "20 percent-Aktion"],
    ["２０％", "20 Prozent", "20 percent"],
    ["5‰", "5 Promille", "5 per mille"],
    ["§ 312g BGB", "Paragraf 312g BGB", "section 312g BGB"],
    ["§312", "Paragraf 312", "section 312"],
    ["§§ 312 ff.", "Paragrafen 312 ff.", "sections 312 ff."],
    ["30°C", "30 Grad C", "30 degrees C"],
    ["1½ Liter", "1 1/2 Liter", "1 1/2 Liter"],
    ['24" Monitor', "24 Zoll Monitor", "24 inch Monitor"],
    ["27″", "27 Zoll", "27 inch"],
    ['"Agent 007"', "'Agent 007'", "'Agent 007'"],
    ["#3", "Nr. 3", "No. 3"],
    ["Nr. №7", "Nr. Nr. 7", "Nr. No. 7"],
    ["shop@home", "shop (at) home", "shop (at) home"],
    ["„Zum Löwen“", "'Zum Loewen'", "'Zum Loewen'"],
    ["“Best” ‘of’", "'Best' 'of'", "'Best' 'of'"],
    ["«Chez Moi»", "'Chez Moi'", "'Chez Moi'"],
    ['"Quotes"', "'Quotes'", "'Quotes'"],
    ["L`Oro ´s", "L'Oro 's", "L'Oro 's"],
    ["[alt] {neu}", "(alt) (neu)", "(alt) (neu)"],
  ])("%s is %s, %s", (text, german, english) => {
    expect(toBankText(text, 60, "de")).toBe(german)
    expect(toBankText(text, 60, "en")).toBe(english)
  })
})
