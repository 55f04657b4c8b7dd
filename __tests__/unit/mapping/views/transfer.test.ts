import { epcPayload } from "../../../../src/mapping/views/epc-code"
import { toTransferDetails, type TransferAccount } from "../../../../src/mapping/views/transfer"
import { modulesOf, scan } from "./support/scan"

/** The documented account of the guide's prepayment. */
const account: TransferAccount = {
  owner: "secupay AG",
  iban: "DE81850400611005523759",
  bic: "COBADEFFXXX",
  bank_name: "Commerzbank CC",
  purpose: "TA 110099700",
}

/**
 * The example of the specification, without its purpose code and its note to the payer, which
 * secuconnect does not give.
 *
 * @see https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/quick-response-code-guidelines-enable-data-capture-initiation (EPC069-12)
 */
const specified: TransferAccount = {
  owner: "Red Cross of Belgium",
  iban: "BE72000000001616",
  bic: "BPOTBEB1",
  bank_name: null,
  purpose: "Urgency fund",
}

const lines = async (fields: Partial<TransferAccount> = {}, amount = 4485) =>
  (await epcPayload({ ...account, ...fields }, amount))?.split("\n") ?? []

describe("the text of an EPC QR code", () => {
  it("is the specification's example", async () => {
    expect((await epcPayload(specified, 100))?.split("\n")).toEqual([
      "BCD",
      "002",
      "1",
      "SCT",
      "BPOTBEB1",
      "Red Cross of Belgium",
      "BE72000000001616",
      "EUR1.00",
      "",
      "",
      "Urgency fund",
    ])
  })

  it.each([
    [1, "EUR0.01"],
    [7, "EUR0.07"],
    [110, "EUR1.10"],
    [4485, "EUR44.85"],
    [123_456_789, "EUR1234567.89"],
    [99_999_999_999, "EUR999999999.99"],
  ])("%i cents are %s", async (amount, written) => {
    expect((await lines({}, amount))[7]).toBe(written)
  })

  it.each<[string, Partial<TransferAccount>, line: number, written: string]>([
    [
      "an IBAN in groups is written without blanks",
      { iban: "DE81 8504 0061 1005 5237 59" },
      6,
      account.iban,
    ],
    ["an account without BIC leaves the line empty", { bic: null }, 4, ""],
    ["an IBAN in small letters", { iban: "de81850400611005523759" }, 6, account.iban],
    ["an IBAN with dashes", { iban: "DE81-8504-0061-1005-5237-59" }, 6, account.iban],
    ["an owner ends after 70 bytes", { owner: "A".repeat(71) }, 5, "A".repeat(70)],
    ["an owner of two-byte letters", { owner: "Ö".repeat(71) }, 5, "Ö".repeat(35)],
    ["an owner of odd bytes", { owner: `A${"Ö".repeat(71)}` }, 5, `A${"Ö".repeat(34)}`],
    ["an owner of three-byte letters", { owner: "あ".repeat(70) }, 5, "あ".repeat(23)],
    ["an owner of emoji is not cut inside one", { owner: "👩‍👩‍👧".repeat(9) }, 5, "👩‍👩‍👧".repeat(3)],
    ["a purpose ends after 140 bytes", { purpose: "P".repeat(141) }, 10, "P".repeat(140)],
    ["a purpose of two-byte letters", { purpose: "ß".repeat(141) }, 10, "ß".repeat(70)],
    ["a line break of Unicode in the owner", { owner: "secupay\u2028AG" }, 5, "secupay AG"],
    ["a BIC in groups", { bic: "COBA DE FF XXX" }, 4, "COBADEFFXXX"],
    ["a BIC in small letters", { bic: "cobadeffxxx" }, 4, "COBADEFFXXX"],
    ["a BIC with a line break", { bic: "COBADEFF\nXXX" }, 4, "COBADEFFXXX"],
    ["a BIC of eight", { bic: " COBADEFF " }, 4, "COBADEFF"],
    ["a BIC with dashes", { bic: "COBA-DE-FF" }, 4, "COBADEFF"],
    ["a BIC with a hidden character", { bic: "\u200bCOBADEFF" }, 4, "COBADEFF"],
    ["an empty BIC is none", { bic: "" }, 4, ""],
    ["a dash for a BIC is none", { bic: "-" }, 4, ""],
    ["a BIC of nine is none", { bic: "COBADEFFX" }, 4, ""],
    ["a BIC of seven is none", { bic: "COBADEF" }, 4, ""],
    ["a bank code is no BIC", { bic: "85040061" }, 4, ""],
    ["a word is no BIC", { bic: "unbekannt" }, 4, ""],
    ["a BIC with an umlaut is none", { bic: "CÖBADEFF" }, 4, ""],
    ["umlauts stay: the code is UTF-8", { owner: "Möbel Grün" }, 5, "Möbel Grün"],
    ["a line break in the owner is a blank", { owner: "secupay\nAG" }, 5, "secupay AG"],
    ["a line break in the purpose is a blank", { purpose: "TA 1\r\nEUR9" }, 10, "TA 1 EUR9"],
  ])("%s", async (...[, fields, line, written]) => {
    const found = await lines(fields)
    expect(found[line]).toBe(written)
    expect(found).toHaveLength(11)
  })

  it.each<[string, Partial<TransferAccount>, amount: number]>([
    ["there is nothing to transfer", {}, 0],
    ["too much was transferred", {}, -1],
    ["the amount is no whole number of cents", {}, 0.5],
    ["the amount is no number", {}, NaN],
    ["the amount is more than a code may ask for", {}, 100_000_000_000],
    ["the IBAN has a wrong check digit", { iban: "DE82850400611005523759" }, 4485],
    ["the IBAN is too short", { iban: "DE81" }, 4485],
    ["the IBAN is empty", { iban: "" }, 4485],
    ["the IBAN is another number", { iban: "5500012345" }, 4485],
    ["the owner is empty", { owner: "" }, 4485],
    ["the owner shows nothing", { owner: " \u200b\n" }, 4485],
  ])("is not there when %s", async (_what, fields, amount) => {
    expect(await epcPayload({ ...account, ...fields }, amount)).toBeNull()
  })

  it("has never more than 331 bytes", async () => {
    const long = { owner: "Ö".repeat(500), purpose: "あ".repeat(500) }
    const text = await epcPayload({ ...account, ...long }, 99_999_999_999)
    expect(Buffer.byteLength(String(text))).toBeLessThanOrEqual(331)
  })
})

const inCents = (currency_code: string) => ({ currency_code, currency_exponent: 2 })

describe("the transfer details that a buyer sees", () => {
  it("hold everything that a transfer takes", async () => {
    const { qr_svg, ...details } = await toTransferDetails(account, 4485, inCents("EUR"))
    expect(details).toEqual({
      owner: "secupay AG",
      iban: "DE81 8504 0061 1005 5237 59",
      bic: "COBADEFFXXX",
      bank_name: "Commerzbank CC",
      purpose: "TA 110099700",
      amount: 44.85,
      currency_code: "eur",
    })
    expect(qr_svg).toMatch(/^<svg /)
  })

  it("hold the code of exactly this transfer", async () => {
    const { qr_svg } = await toTransferDetails(account, 4485, inCents("eur"))
    const text =
      "BCD\n002\n1\nSCT\nCOBADEFFXXX\nsecupay AG\nDE81850400611005523759\nEUR44.85\n\n\nTA 110099700"
    expect(scan(String(qr_svg))).toBe(text)
  })

  it.each<[string, Partial<TransferAccount>, amount: number]>([
    ["a cent", {}, 1],
    ["the most that a code may ask for", {}, 99_999_999_999],
    ["umlauts", { owner: "Möbel Grün & Söhne", purpose: "Größe 5 €" }, 4485],
    ["other scripts", { owner: "株式会社", purpose: "Ελλάδα" }, 4485],
    ["no BIC", { bic: null }, 4485],
    ["the longest texts", { owner: "Ö".repeat(99), purpose: "W".repeat(200) }, 99_999_999_999],
  ])("hold a code that a scanner reads: %s", async (_what, fields, amount) => {
    const buyer = { ...account, ...fields }
    const { qr_svg } = await toTransferDetails(buyer, amount, inCents("eur"))
    expect(scan(String(qr_svg))).toBe(await epcPayload(buyer, amount))
  })

  it("hold a code with four light modules around it, and no more", async () => {
    const { qr_svg } = await toTransferDetails(account, 4485, inCents("eur"))
    const rows = modulesOf(String(qr_svg))
    const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [[x, y]] : [])))
    const ends = dark.flat()
    expect([Math.min(...ends), rows.length - 1 - Math.max(...ends)]).toEqual([4, 4])
  })

  it("have no code when nothing is left to transfer", async () => {
    expect(await toTransferDetails(account, 0, inCents("eur"))).toMatchObject({
      amount: 0,
      qr_svg: null,
    })
  })

  it("load nothing from elsewhere and run nothing", async () => {
    const { qr_svg } = await toTransferDetails(
      { ...account, owner: "<script>" },
      4485,
      inCents("eur"),
    )
    expect(qr_svg).not.toMatch(/script|href|<image/i)
    expect(qr_svg?.match(/https?:[^"]+/g)).toEqual(["http://www.w3.org/2000/svg"])
  })

  it.each(["chf", "CHF", "usd", "gbp"])(
    "have no code for %s: it is one for euros",
    async (currency) => {
      expect((await toTransferDetails(account, 4485, inCents(currency))).qr_svg).toBeNull()
    },
  )

  it.each([
    ["DE81850400611005523759", "DE81 8504 0061 1005 5237 59"],
    ["DE81 8504 0061 1005 5237 59", "DE81 8504 0061 1005 5237 59"],
    ["AT611904300234573201", "AT61 1904 3002 3457 3201"],
    ["CH9300762011623852957", "CH93 0076 2011 6238 5295 7"],
    ["NO9386011117947", "NO93 8601 1117 947"],
  ])("show the IBAN %s as %s", async (iban, shown) => {
    expect((await toTransferDetails({ ...account, iban }, 4485, inCents("eur"))).iban).toBe(shown)
  })
})
