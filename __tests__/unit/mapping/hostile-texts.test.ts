import { toCsv } from "../../../src/mapping/laws/audit-report"
import { renderMail } from "../../../src/mapping/mails/render-mail"
import { renderPage, type PageView } from "../../../src/mapping/page/render"
import { csvLine } from "../../../src/mapping/views/csv"
import { epcCode, epcPayload } from "../../../src/mapping/views/epc-code"
import type { PaymentRow } from "../../../src/mapping/views/payment-row"
import { causeOf } from "../../../src/mapping/words/errors"
import { oneLine } from "../../../src/secuconnect/data/lenient"
import { FRAME, TRANSFER } from "./mails/support/mails"

/** What a vendor, a customer or an article's title may hold, by what it is after. */
const HOSTILE: [what: string, text: string][] = [
  ["a script", "<script>alert(1)</script>"],
  ["the end of an attribute", `" onmouseover="alert(1)" x='`],
  ["the end of a style and of a picture", "</style></svg><img src=x onerror=alert(1)>"],
  ["a comment", "--><!-- <a href=javascript:alert(1)>"],
  ["an entity", "&lt;script&gt;&#x3C;"],
  ["a template's braces", "{{7*7}} ${7*7} {amount}"],
  ["another line", "a\r\nerror: secuconnect: forged\u2028forged\u0085forged"],
  ["a mail's header", "a\nBcc: everybody@example.org\n\n<b>"],
  ["another direction", "a\u202Egnp.exe\u2066"],
  ["a NUL and an escape", "a\u0000\u001B[2Jb"],
  ["the end of a cell", `a";"b","c`],
  ["half a character", "a\uD83D"],
  ["5,000 characters", "<b>".repeat(1_667)],
]

const FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)"].flatMap(
  (formula) =>
    ["", " ", "\t", "\r", "\n", "\u00A0", "\u3000", "\u200B", "\uFEFF", " \t "].map(
      (blank): [string] => [blank + formula],
    ),
)

/** Tags with the names of their attributes: no text may add to them. */
function structureOf(html: string): string[] {
  const tags = html.match(
    /<[a-z/!][^\s>]*(?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|[^\s>"']*))?)*\s*\/?>|<[a-z/!]/gi,
  )
  return (tags ?? []).filter((tag) => tag !== "<br>").map((tag) => tag.replace(/="[^"]*"/g, ""))
}

const account = (text: string) => ({
  ...{ owner: text, iban: TRANSFER.account.iban, bic: text, bank_name: text, purpose: text },
})

const page = (text: string): PageView => ({
  ...{
    language: "en",
    state: "waiting",
    shop: text,
    logo: `https://example.com/${text}`,
    color: text,
    is_demo: true,
    order_number: 1,
    reason: null,
    refunded: null,
    order_url: `https://example.com/${text}`,
  },
  sum: { amount: 1, currency_code: "eur", currency_exponent: 2 },
  choices: [
    {
      ...{ provider_id: text, method: "creditcard", name: text, description: text },
      icon: `data:image/svg+xml,${encodeURIComponent(text.replace(/\p{Cs}/gu, ""))}`,
    },
  ],
  transfer: {
    ...account(text),
    amount: 1,
    currency_code: "eur",
    qr_svg: text.replace(/\p{Cs}/gu, ""),
  },
  notice: null,
  pay_until: null,
})

const mail = (text: string) =>
  renderMail(
    { kind: "prepayment", transfer: { ...TRANSFER, account: account(text) }, rest: 0 },
    { ...FRAME, shop_name: text, order_number: text, footer: text },
  )

const row = (text: string): PaymentRow => ({
  ...{ id: "scchk_1", state: "waiting", method: text, amount: -5, effective_amount: null },
  order: { id: text, display_id: null },
  ...{ reference: text, stx_id: text, trans_id: text, payment_ids: [text], currency_code: text },
  ...{ currency_exponent: 2, is_demo: false, is_test_payment: false, attention: null },
  ...{ created_at: new Date(0), checked_at: null },
})

const audit = (text: string) =>
  toCsv({
    ...{ from: "", to: "", checked: 1, violations: [], known: [], elsewhere: [] },
    unreadable: [{ reference: text, cause: text }],
  })

/** Cells as a spreadsheet reads them: quoted ones may hold separators and lines. */
function cellsOf(csv: string, separator: string): string[] {
  const cell = new RegExp(
    `(?:^|${separator}|\\n)(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))`,
    "g",
  )
  return [...csv.replace(/\r\n$/, "").matchAll(cell)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? "").replaceAll('""', '"'),
  )
}

describe.each(HOSTILE)("%s", (_what, text) => {
  it("adds nothing to the payment page", () => {
    const made = renderPage(page(text)).text
    expect(structureOf(made)).toEqual(structureOf(renderPage(page("x")).text))
  })

  it("adds nothing to a mail, and its subject is one line", async () => {
    const [made, plain] = [await mail(text), await mail("x")]
    expect(structureOf(made.html)).toEqual(structureOf(plain.html))
    expect(made.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
  })

  it("adds no line to a QR code, and nothing to its picture", async () => {
    const payload = await epcPayload(account(text), 100)
    if (payload !== null) expect(payload.split(/[\n\r\u2028\u2029\u0085]/)).toHaveLength(11)
    const svg = (await epcCode(account(text), 100)) ?? (await epcCode(account("x"), 100)) ?? ""
    expect(svg.replace(/="[^"]*"/g, "")).toMatch(
      /^<svg( \w[\w:-]*)+>(<path( [\w-]+)+\/>)+<\/svg>\s*$/,
    )
  })

  it("stays in its cell in the exported tables", () => {
    expect(cellsOf(csvLine(row(text), "de"), ";")).toHaveLength(14)
    expect(cellsOf(audit(text), ",")).toHaveLength(20)
  })

  it("adds no line to the log, as a vendor's word and as the cause of a failure", () => {
    const medusa = { name: "Error", message: text, __isMedusaError: true }
    const ours = { name: "SecuconnectRejectedError", message: "x", error_details: text }
    for (const told of [oneLine(text), causeOf(medusa), causeOf(ours)]) {
      expect(told).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u)
      expect(told.length).toBeLessThanOrEqual(2_000)
    }
  })
})

describe("a formula in an exported table", () => {
  it.each(FORMULAS)("is text: %j", (text) => {
    const cells = [...cellsOf(csvLine(row(text), "de"), ";"), ...cellsOf(audit(text), ",")]
    const seen = cells.map((cell) => cell.normalize("NFKC").replace(/^[\p{Z}\p{C}]+/u, ""))
    expect(seen.filter((cell) => /^[=+@]|^-(?!\d+$)/.test(cell))).toEqual([])
    expect(cells).toContain(`'${text}`)
  })

  it("and a sum below zero stays a number", () => {
    expect(cellsOf(csvLine(row("x"), "de"), ";")).toContain("-5")
  })
})
