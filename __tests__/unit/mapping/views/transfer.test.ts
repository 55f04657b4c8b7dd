import { toString as toQrCode } from "qrcode"
import {
  epcPayload,
  toTransferDetails,
  type TransferAccount,
} from "../../../../src/mapping/views/transfer"

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

const lines = (fields: Partial<TransferAccount> = {}, amount = 4485) =>
  epcPayload({ ...account, ...fields }, amount).split("\n")

describe("the text of an EPC QR code", () => {
  it("is the specification's example", () => {
    expect(epcPayload(specified, 100).split("\n")).toEqual([
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
  ])("%i cents are %s", (amount, written) => {
    expect(lines({}, amount)[7]).toBe(written)
  })

  it.each<[string, Partial<TransferAccount>, line: number, written: string]>([
    [
      "an IBAN in groups is written without blanks",
      { iban: "DE81 8504 0061 1005 5237 59" },
      6,
      account.iban,
    ],
    ["an account without BIC leaves the line empty", { bic: null }, 4, ""],
    ["an owner ends after 70 characters", { owner: "A".repeat(71) }, 5, "A".repeat(70)],
    ["a purpose ends after 140 characters", { purpose: "P".repeat(141) }, 10, "P".repeat(140)],
    ["umlauts stay: the code is UTF-8", { owner: "Möbel Grün" }, 5, "Möbel Grün"],
    ["a line break in the owner is a blank", { owner: "secupay\nAG" }, 5, "secupay AG"],
    ["a line break in the purpose is a blank", { purpose: "TA 1\r\nEUR9" }, 10, "TA 1 EUR9"],
  ])("%s", (...[, fields, line, written]) => {
    expect(lines(fields)[line]).toBe(written)
    expect(lines(fields)).toHaveLength(11)
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
    expect(qr_svg).toBe(await toQrCode(text, { type: "svg", margin: 2 }))
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
