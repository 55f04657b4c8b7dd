import resources from "../../../../src/admin/i18n"
import { CSV_ATTENTIONS, CSV_STATES } from "../../../../src/mapping/views/csv-texts"
import { ATTENTIONS } from "../../../../src/mapping/words/findings"
import { csvHead, csvLine } from "../../../../src/mapping/views/csv"
import type { PaymentRow } from "../../../../src/mapping/views/payment-row"

const row: PaymentRow = {
  id: "scchk_1",
  reference: "DXXZP6H593",
  order: { id: "order_1", display_id: 12 },
  state: "waiting",
  method: "prepaid",
  amount: 1234.5,
  effective_amount: null,
  currency_code: "eur",
  currency_exponent: 2,
  is_demo: true,
  is_test_payment: false,
  stx_id: "STX_1",
  trans_id: "35412359",
  payment_ids: ["PCI_1", "PCI_2"],
  attention: null,
  created_at: new Date("2026-11-24T15:34:24.037Z"),
  checked_at: null,
}

describe("the file for Excel", () => {
  it("is UTF-8 with a byte order mark, semicolons and decimal commas in German", () => {
    expect(csvHead("de")).toMatch(/^\uFEFF"Erstellt";"Bestellung";.*\r\n$/)
    expect(csvLine(row, "de")).toBe(
      '"2026-11-24 15:34:24";"12";"Wartet auf Überweisung";"prepaid";"1234,5";"";"EUR";' +
        '"DXXZP6H593";"STX_1";"PCI_1 PCI_2";"35412359";"";"x";""\r\n',
    )
  })

  it("has commas and decimal points in English", () => {
    expect(csvHead("en")).toMatch(/^\uFEFF"Created","Order",/)
    expect(csvLine(row, "en")).toContain('"12","Waiting for bank transfer","prepaid","1234.5"')
  })

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("runs no formula: %j", (evil) => {
    expect(csvLine({ ...row, trans_id: evil }, "de")).toContain(`"'${evil}"`)
  })

  it("keeps quotes inside their cell", () => {
    expect(csvLine({ ...row, trans_id: 'a";"b' }, "de")).toContain('"a"";""b"')
  })

  it("has as many cells in every line as in its head", () => {
    const count = (line: string) => line.split('";"').length
    expect(count(csvLine(row, "de"))).toBe(count(csvHead("de")))
  })
})

describe.each(["de", "en"] as const)("in %s", (language) => {
  const { state, warning } = resources[language].secuconnect.order

  it("calls states and notices what the admin calls them", () => {
    expect(CSV_STATES[language]).toEqual(state)
    const titles = ATTENTIONS.map((code) => [code, warning[code].title])
    expect(CSV_ATTENTIONS[language]).toEqual(Object.fromEntries(titles))
  })
})
