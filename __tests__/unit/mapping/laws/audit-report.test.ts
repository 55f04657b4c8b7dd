import { parseAuditArguments } from "../../../../src/mapping/laws/audit-arguments"
import { LAWS } from "../../../../src/mapping/laws/laws"
import {
  isPartial,
  toCsv,
  toText,
  type AuditResult,
} from "../../../../src/mapping/laws/audit-report"

const SPAN = { from: "2026-01-01T00:00:00.000Z", to: "2026-02-01T00:00:00.000Z", checked: 3 }
const BALANCED: AuditResult = { ...SPAN, violations: [], known: [], unreadable: [], elsewhere: [] }
const where = { reference: "ABC", order_id: "order_1", currency_code: "eur" }
const chargeback = { ...where, code: "disputed", attention: "disputed" } as const

const FOUND: AuditResult = {
  ...SPAN,
  violations: [
    { ...where, code: "order_overpaid", expected: 5, found: 0 },
    { ...where, code: "captured_twice", expected: 1, found: 2 },
    { ...where, code: "order_overpaid", expected: 500, found: 0, currency_code: "jpy" },
  ],
  known: [{ ...chargeback, order_id: null, expected: 0, found: 123456, currency_code: "kwd" }],
  unreadable: [{ reference: "XYZ", cause: '=no "answer", at all' }],
  elsewhere: [],
}

const OLD = { base_url: "https://old.example.com", count: 3, unfinished: 0 }
const MOVED: AuditResult = { ...BALANCED, elsewhere: [OLD] }
const MOVED_EARLY: AuditResult = { ...MOVED, elsewhere: [{ ...OLD, unfinished: 2 }] }

describe("the audit as text", () => {
  it("says in its last line that the books balance", () => {
    expect(toText(BALANCED)).toBe(
      `Books from ${SPAN.from} to ${SPAN.to}: 3 checkouts compared.\nThe books balance: no difference.`,
    )
  })

  it("says of each broken law where, how much, and what to do", () => {
    const lines = toText(FOUND).split("\n")
    const { broken, todo } = LAWS.order_overpaid
    const line = `  ABC (order_1) order_overpaid: ${broken}: 0.00 EUR, expected 0.05 EUR`
    expect(lines).toContain(line)
    expect(lines[lines.indexOf(line) + 1]).toBe(`    ${todo}.`)
    const counted = `captured_twice: ${LAWS.captured_twice.broken}: 2, expected 1`
    expect(lines).toContain(`  ABC (order_1) ${counted}`)
    expect(lines.at(-1)).toBe("The books do not balance: 3 broken laws.")
  })

  it("says what a person knows, and what could not be read", () => {
    const lines = toText(FOUND).split("\n")
    expect(lines).toContain("  ABC disputed: returned debit or chargeback: 123.456 KWD (disputed)")
    expect(lines).toContain('  XYZ: =no "answer", at all')
  })
})

describe("checkouts at a secuconnect that the shop does not use any more", () => {
  it("are counted, and make no difference when they are finished", () => {
    const lines = toText(MOVED).split("\n")
    expect(lines).toContain(
      "3 checkouts at https://old.example.com were not compared: the shop uses another secuconnect now.",
    )
    expect(lines.at(-1)).toBe("The books balance: no difference.")
    expect(isPartial(MOVED)).toBe(false)
  })

  it("keep the books from balancing while orders hang on them", () => {
    const lines = toText(MOVED_EARLY).split("\n")
    expect(lines.join()).toMatch(/not compared, 2 of them with an order that nobody checks/)
    expect(lines.at(-1)).toBe("No difference in what could be read.")
    expect(isPartial(MOVED_EARLY)).toBe(true)
  })

  it("have a row of the table", () => {
    expect(toCsv(MOVED).split("\n")[1]).toMatch(/^elsewhere,,,,,,3,,3 checkouts at https/)
  })
})

const HEAD = "list,reference,order_id,law,currency,expected,found,attention,text,what_to_do"

describe("the audit as CSV", () => {
  it("is a head alone when there is nothing to tell", () => {
    expect(toCsv(BALANCED)).toBe(HEAD)
  })

  it("has a row per finding, and nothing that a spreadsheet would calculate", () => {
    const words = ({ broken, todo }: { broken: string; todo: string }) => `${broken},${todo}`
    const overpaid = words(LAWS.order_overpaid)
    expect(toCsv(FOUND).split("\n").slice(1)).toEqual([
      `violation,ABC,order_1,order_overpaid,eur,0.05,0.00,,${overpaid}`,
      `violation,ABC,order_1,captured_twice,eur,1,2,,${words(LAWS.captured_twice)}`,
      `violation,ABC,order_1,order_overpaid,jpy,500,0,,${overpaid}`,
      `known,ABC,,disputed,kwd,0.000,123.456,disputed,${words(LAWS.disputed)}`,
      `unreadable,XYZ,,,,,,,"'=no ""answer"", at all",`,
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
