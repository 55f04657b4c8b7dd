import { parseAuditArguments } from "../../../../src/mapping/books/audit-arguments"
import { toCsv, toText, type AuditResult } from "../../../../src/mapping/books/audit-report"

const SPAN = { from: "2026-01-01T00:00:00.000Z", to: "2026-02-01T00:00:00.000Z", checked: 3 }
const BALANCED: AuditResult = { ...SPAN, differences: [], known: [], unreadable: [] }
const where = { reference: "ABC", order_id: "order_1", currency_code: "eur" }

const FOUND: AuditResult = {
  ...SPAN,
  differences: [
    { ...where, kind: "refunds_differ", expected: 5, found: 0 },
    { ...where, kind: "captured_twice", expected: 1, found: 2 },
    { ...where, kind: "not_captured", expected: 500, found: 0, currency_code: "jpy" },
  ],
  known: [{ ...where, order_id: null, kind: "orphaned", amount: 123456, currency_code: "kwd" }],
  unreadable: [{ reference: "XYZ", cause: '=no "answer", at all' }],
}

describe("the audit as text", () => {
  it("says in its last line that the books balance", () => {
    expect(toText(BALANCED)).toBe(
      `Books from ${SPAN.from} to ${SPAN.to}: 3 checkouts compared.\nThe books balance: no difference.`,
    )
  })

  it("has a line per finding, amounts in major units", () => {
    const lines = toText(FOUND).split("\n")
    expect(lines).toContain(
      "  ABC (order_1): refunds in Medusa are not those of secuconnect: 0.00 EUR, expected 0.05 EUR",
    )
    expect(lines).toContain("  ABC (order_1): more than one capture of one payment: 2, expected 1")
    expect(lines).toContain("  ABC: payment without order, marked: 123.456 KWD")
    expect(lines).toContain('  XYZ: =no "answer", at all')
    expect(lines.at(-1)).toBe("The books do not balance: 3 differences.")
  })
})

describe("the audit as CSV", () => {
  it("is a head alone when there is nothing to tell", () => {
    expect(toCsv(BALANCED)).toBe("list,reference,order_id,kind,currency,expected,found,text")
  })

  it("has a row per finding, and nothing that a spreadsheet would calculate", () => {
    expect(toCsv(FOUND).split("\n").slice(1)).toEqual([
      "difference,ABC,order_1,refunds_differ,eur,0.05,0.00,refunds in Medusa are not those of secuconnect",
      "difference,ABC,order_1,captured_twice,eur,1,2,more than one capture of one payment",
      'difference,ABC,order_1,not_captured,jpy,500,0,"paid, but not booked on the order"',
      'known,ABC,,orphaned,kwd,,123.456,"payment without order, marked"',
      `unreadable,XYZ,,,,,,"'=no ""answer"", at all"`,
    ])
  })
})

describe("the arguments of the audit", () => {
  const now = new Date("2026-03-01T12:00:00Z")
  const parse = (...args: string[]) => parseAuditArguments(args, now)

  it("leave out what is still on its way, and go back 30 days", () => {
    expect(parse()).toEqual({
      from: "2026-01-30T11:45:00.000Z",
      to: "2026-03-01T11:45:00.000Z",
      csv: false,
    })
  })

  it.each([
    [["from=2026-01-01", "to=2026-02-01", "csv"]],
    [["--from=2026-01-01", "--to=2026-02-01", "--csv"]],
    [["--csv", "--from", "2026-01-01", "--to", "2026-02-01"]],
  ])("may be written %j", (args) => {
    expect(parse(...args)).toEqual({ from: SPAN.from, to: SPAN.to, csv: true })
  })

  it.each([
    ["yesterday"],
    ["from=soon"],
    ["csv=yes"],
    ["from"],
    ["from=2026-02-01", "to=2026-01-01"],
  ])("are refused as %j", (...args) => {
    expect(parse(...args)).toBeNull()
  })
})
