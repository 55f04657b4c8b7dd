import { z } from "zod"
import { SIMPLE_STATUSES, SMART_TRANSACTION_STATUSES } from "../../../src/secuconnect"
import { failureOf } from "./support/failure"
import { clientFor, documented, startServer, stopServers } from "./support/server"

afterEach(stopServers)

const clientAnsweredWith = async (json: unknown) =>
  clientFor(await startServer({ api: () => ({ json }) }))

const readSmartTransaction = async (fields: object) => {
  const { smartTransactions } = await clientAnsweredWith({ id: "STX_1", ...fields })
  return smartTransactions.read("STX_1")
}

const readPayment = async (fields: object) => {
  const { payments } = await clientAnsweredWith({ id: "PCI_1", ...fields })
  return payments.read("PCI_1")
}

const checkStatus = async (fields: object) => {
  const { payments } = await clientAnsweredWith({ amount: 1, currency: "EUR", ...fields })
  return payments.checkStatus("PCI_1")
}

describe("Smart Transaction", () => {
  it.each([
    ["a line break", "https://pay.example.com/\nSet-Cookie: a=b"],
    ["a line break in the name", "https://pay.exam\r\nple.com/"],
    ["a tab", "https://pay.example.com/\ta"],
    ["a NUL", "https://pay.example.com/\u0000"],
    ["a separator of lines", "https://pay.example.com/\u2028a"],
    ["a mark of direction", "https://pay.example.com/\u202Efdp"],
    ["a character that is not seen", "https://pay.example.com/\u200B"],
    ["2,001 characters", `https://pay.example.com/${"a".repeat(1_977)}`],
  ])("a page whose address holds %s is none", async (_what, general) => {
    const paypal = "https://pay.example.com/paypal"
    const { payment_links, not_read } = await readSmartTransaction({
      payment_links: { general, paypal },
    })
    expect(payment_links).toEqual({ paypal })
    expect(not_read).toEqual(["payment_links"])
  })

  it.each(SMART_TRANSACTION_STATUSES)("status %s is known", async (status) => {
    expect(await readSmartTransaction({ status })).toMatchObject({ status, status_raw: status })
  })

  it.each([
    ["canceled", "cancelled"],
    ["OK", "ok"],
    ["expired", "unknown"],
    ["constructor", "unknown"],
    ["", "unknown"],
  ])('status "%s" means %s', async (raw, status) => {
    expect(await readSmartTransaction({ status: raw })).toMatchObject({ status, status_raw: raw })
  })

  it.each([
    ["absent", {}],
    [
      "null",
      {
        status: null,
        contract: null,
        is_demo: null,
        basket_info: { sum: null, currency: null },
        payment_method: null,
        trans_id: null,
        payment_links: null,
        transactions: null,
        payment_instructions: null,
        created: null,
        updated: null,
      },
    ],
    [
      "an empty list for an empty object",
      { contract: [], basket_info: [], payment_links: [], payment_instructions: [] },
    ],
  ])("every optional field may be %s", async (_title, fields) => {
    const bare = { id: "STX_1", status: "unknown", status_raw: "", payment_links: {} }
    expect(await readSmartTransaction(fields)).toEqual({ ...bare, transactions: [] })
  })

  it("numbers may come as strings, ids as numbers", async () => {
    const fields = {
      basket_info: { sum: "4985", currency: "EUR" },
      trans_id: 110099700,
      transactions: [{ object: "payment.transactions", id: "PCI_1", trans_id: "7" }],
    }
    expect(await readSmartTransaction(fields)).toMatchObject({
      sum: 4985,
      trans_id: "110099700",
      transactions: [{ id: "PCI_1", trans_id: "7" }],
    })
  })

  it("only payment.transactions count as payments", async () => {
    const transactions = [
      null,
      { object: "loyalty.transactions", id: "LTX_1" },
      { object: "payment.transactions", id: "PCI_1" },
      { object: "payment.transactions", id: "PCI_2" },
    ]
    const parsed = await readSmartTransaction({ transactions })
    expect(parsed.transactions).toEqual([{ id: "PCI_1" }, { id: "PCI_2" }])
  })

  it.each([
    ["Prepay", "prepaid"],
    ["prepay", "prepaid"],
    ["prepaid", "prepaid"],
    ["Creditcard", "creditcard"],
    ["easyCredit", "easycredit"],
    ["Paypal", "paypal"],
    ["Googlepay", "googlepay"],
  ])("payment method %s is spelled %s", async (payment_method, spelling) => {
    expect((await readSmartTransaction({ payment_method })).payment_method).toBe(spelling)
  })

  it.each([
    ["easyCredit instalments", { interest: 100, total_value: 5100, number_of_installments: 6 }],
    ["an account without a purpose", { owner: "secupay AG", iban: "DE81850400611005523759" }],
    ["an empty account", { owner: "", iban: "", purpose: "" }],
  ])("%s are no transfer instructions", async (_title, payment_instructions) => {
    const parsed = await readSmartTransaction({ payment_instructions })
    expect(parsed.payment_instructions).toBeUndefined()
  })

  it("transfer instructions need no bank's name, BIC or QR code", async () => {
    const account = { owner: "secupay AG", iban: "DE81850400611005523759", purpose: "TA 1" }
    const payment_instructions = { ...account, bic: "", bankname: null }
    const parsed = await readSmartTransaction({ payment_instructions })
    expect(parsed.payment_instructions).toEqual(account)
  })

  it.each([
    ["5,000 characters", "A".repeat(5_000)],
    ["a list", ["COBADEFFXXX"]],
    ["a record", { code: "COBADEFFXXX" }],
    ["NUL", "\u0000"],
    ["direction marks alone", "\u202e\u2066"],
    ["true", true],
  ])("a BIC of %s is none, and the account is read all the same", async (_title, bic) => {
    const account = { owner: "secupay AG", iban: "DE89370400440532013000", purpose: "TA 1" }
    const parsed = await readSmartTransaction({ payment_instructions: { ...account, bic } })
    expect(parsed.payment_instructions).toEqual(account)
  })
})

describe("Payment Transaction", () => {
  it.each(SIMPLE_STATUSES.map((name, number) => [number, name] as const))(
    "simple status %i is %s",
    async (status_simple, name) => {
      expect((await readPayment({ details: { status_simple } })).status_simple).toBe(name)
      expect((await checkStatus({ status_simple: String(status_simple) })).status_simple).toBe(name)
    },
  )

  it("has the names of the documented list", () => {
    const listed = z
      .object({ payment_status_simple: z.record(z.string(), z.string()) })
      .parse(JSON.parse(documented("enums")))
    const spelled = Object.values(listed.payment_status_simple).map((name) =>
      name.replaceAll(" ", "_").replace("authorised", "authorized"),
    )
    expect(SIMPLE_STATUSES).toEqual(spelled)
  })

  it.each([17, -1, 99])("simple status %i is kept as unknown", async (status_simple) => {
    const unknown = { status_simple: "unknown", status_simple_raw: status_simple }
    expect(await readPayment({ details: { status_simple } })).toMatchObject(unknown)
    expect(await checkStatus({ status_simple })).toMatchObject(unknown)
  })

  it.each([
    ["absent", {}],
    [
      "null",
      {
        trans_id: null,
        amount: null,
        currency: null,
        status: null,
        details: null,
        contract: null,
        parents: null,
        related_transactions: null,
      },
    ],
    ["an empty list for an empty object", { details: [], contract: [] }],
  ])("every optional field may be %s", async (_title, fields) => {
    const bare = { id: "PCI_1", status_simple: "unknown", parents: [], related: [] }
    expect(await readPayment(fields)).toEqual(bare)
  })

  it("amounts may be strings of minor units, also negative", async () => {
    expect(await readPayment({ amount: "-1000" })).toMatchObject({ amount: -1000 })
    expect(await checkStatus({ amount: "0" })).toMatchObject({ amount: 0 })
  })

  it("an answer to a cancellation may be a single payment", async () => {
    const { payments } = await clientAnsweredWith({ id: "PCI_1" })
    expect(await payments.cancel("PCI_1", {})).toMatchObject([{ id: "PCI_1" }])
  })
})

describe("what is never guessed", () => {
  it.each([
    ["a decimal amount", { amount: "49.85" }],
    ["a fractional amount", { amount: 49.85 }],
    ["an amount in words", { amount: "49 EUR" }],
    ["an amount too large to be exact", { amount: 2 ** 53 }],
  ])("%s is unreadable", async (_title, fields) => {
    expect(await failureOf(readPayment(fields))).toMatchObject({ kind: "unreadable" })
    expect(await failureOf(checkStatus(fields))).toMatchObject({ kind: "unreadable" })
    const basket_info = { sum: fields.amount }
    expect(await failureOf(readSmartTransaction({ basket_info }))).toMatchObject({
      kind: "unreadable",
    })
  })

  it("an effective amount without a currency is unreadable", async () => {
    expect(await failureOf(checkStatus({ currency: null }))).toMatchObject({ kind: "unreadable" })
  })
})

it("the buyer's data in a reply does not leave the client", async () => {
  const person = { forename: "Friederike", surname: "Möller", email: "f@example.org" }
  const personal = {
    customer: { id: "PCU_1", contact: person },
    shipping_address: { contact: person },
    container: { private: { owner: "Friederike" } },
    payment_data: "Friederike 411111XXXXXX1111",
    account_owner: "Friederike",
    incoming_payment_iban: "Friederike",
    incoming_payment_purpose: "Friederike",
  }
  const parsed = [await readSmartTransaction(personal), await readPayment(personal)]
  expect(JSON.stringify(parsed)).not.toMatch(/Friederike|Möller|example\.org|PCU_1/)
})
