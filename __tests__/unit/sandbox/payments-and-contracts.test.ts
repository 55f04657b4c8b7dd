import { z } from "zod"
import { matching, openSandbox, requestWith, type Driver } from "./support/driver"

/**
 * What can be asked about payments and the contract. Sources, by letter at the end of a title: (C)
 * the vendor's pages, (S) the vendor's SDK, (I) inferred, (U) unknown and invented.
 * @see https://github.com/secuconnect/secuconnect-php-sdk/blob/master/lib/Api/PaymentTransactionsApi.php
 * @see https://github.com/secuconnect/secuconnect-php-sdk/blob/master/lib/Api/GeneralContractsApi.php
 */
let sandbox: Driver

beforeAll(async () => {
  sandbox = await openSandbox()
})

afterAll(() => sandbox.close())

const seenPayment = z.looseObject({
  id: z.string(),
  trans_id: z.union([z.number(), z.string()]),
  transaction_hash: z.string(),
})

/** A paid transaction of 31.85 euros and its payment. */
async function paid(method: string, changes: Record<string, unknown> = {}) {
  const { id } = await sandbox.create(
    requestWith({ "customer.contact.companyname": undefined, ...changes }),
  )
  await sandbox.checkout(id, { method, outcome: "pay" })
  const payment = seenPayment.parse((await sandbox.read(id)).transactions?.[0])
  return { id, pci: payment.id, hash: payment.transaction_hash, trans: String(payment.trans_id) }
}

type Paid = Awaited<ReturnType<typeof paid>>

const instructionPaths: [name: string, path: (by: Paid) => string][] = [
  ["its payment", ({ pci }) => `/Payment/Transactions/${pci}/getPaymentInstructions`],
  ["its Smart Transaction", ({ id }) => `/Payment/Transactions/me/getPaymentInstructions/${id}`],
]

describe.each(instructionPaths)("payment instructions by %s", (_name, path) => {
  it.each<[title: string, method: string, language: string, amount: string]>([
    ["a prepayment, in German (S)", "prepaid", "de", "31,85"],
    ["a prepayment, in English (S)", "prepaid", "en", "31.85"],
    ["an invoice (S)", "invoice", "de", "31,85"],
  ])("%s", async (...[, method, language, amount]) => {
    const by = await paid(method, { "application_context.language": language })
    expect(await sandbox.post(path(by))).toEqual({
      status: 200,
      body: {
        lang: language,
        amount,
        currency: "EUR",
        payment_instructions: {
          owner: "secupay AG",
          iban: matching(/^DE\d{20}$/),
          bic: "COBADEFFXXX",
          bankname: "Commerzbank CC",
          purpose: `TA ${by.trans}`,
        },
      },
    })
  })

  it("the account is the one that the Smart Transaction names (C)", async () => {
    const by = await paid("prepaid")
    const { body } = await sandbox.post(path(by))
    const { payment_instructions: named } = await sandbox.read(by.id)
    expect(named).toMatchObject(Object(Reflect.get(Object(body), "payment_instructions")))
  })

  it("after a reduction less is to be transferred (I)", async () => {
    const by = await paid("prepaid")
    await sandbox.post(`/Payment/Transactions/${by.pci}/cancel`, { reduce_amount_by: 1_085 })
    expect(await sandbox.post(path(by))).toMatchObject({ body: { amount: "21,00" } })
  })

  it.each(["creditcard", "paypal", "sofort"])(
    "%s has none, which is refused as not possible (I)",
    async (method) => {
      const answer = await sandbox.post(path(await paid(method)))
      expect(answer).toMatchObject({ status: 400, body: { code: 4028 } })
    },
  )

  it("an incorrect id is refused (I)", async () => {
    const wrong = { id: "STX_X", pci: "PCI_X", hash: "", trans: "" }
    expect(await sandbox.post(path(wrong))).toMatchObject({ status: 403, body: { code: 3006 } })
  })
})

it("there are no instructions before anybody has paid (I)", async () => {
  const { id } = await sandbox.create()
  const answer = await sandbox.post(`/Payment/Transactions/me/getPaymentInstructions/${id}`)
  expect(answer).toMatchObject({ status: 400, body: { code: 4028 } })
})

describe("the old format", () => {
  it.each([
    ["creditcard", "payment.secupaycreditcards", "accepted"],
    ["debit", "payment.secupaydebits", "accepted"],
    ["invoice", "payment.secupayinvoices", "waiting for shipment"],
    ["prepaid", "payment.secupayprepays", "authorized"],
    ["sofort", "payment.secupaysofort", "accepted"],
    ["paypal", "payment.transactions", "accepted"],
  ])("%s is a %s and %s, under its hash (S)", async (method, object, status) => {
    const { pci, hash } = await paid(method)
    expect(await sandbox.api(`/Payment/Transactions/${pci}/OldFormat`)).toMatchObject({
      status: 200,
      body: { object, id: hash, status, amount: 3_185, currency: "EUR", accrual: false },
    })
  })

  it("names buyer, basket, addresses and account in its own words (S)", async () => {
    const { pci, trans } = await paid("prepaid")
    const answer = await sandbox.api(`/Payment/Transactions/${pci}/OldFormat`)
    expect(answer.body).toMatchObject({
      transaction_status: "25",
      purpose: matching(/\w/),
      payment_action: "sale",
      transfer_purpose: `TA ${trans}`,
      transfer_account: { owner: "secupay AG", iban: matching(/^DE/) },
      customer: { contact: { forename: matching(/\w/), email: matching(/@/) } },
      basket: [
        { name: matching(/\w/), quantity: 2, price: 1_595, total: 3_190, tax: matching(/^\d+$/) },
        { item_type: "shipping" },
        { item_type: "coupon" },
      ],
      redirect_url: { url_success: matching(/^http/), url_push: matching(/^http/) },
    })
  })

  it("without auto_capture the action is an authorization (S)", async () => {
    const { pci } = await paid("creditcard", { "payment_context.auto_capture": false })
    expect(await sandbox.api(`/Payment/Transactions/${pci}/OldFormat`)).toMatchObject({
      body: { status: "authorized", transaction_status: "9", payment_action: "authorization" },
    })
  })

  it("shows the parts of a mixed basket (S)", async () => {
    const article = { id: 1, desc: "Cup", quantity: 2, priceOne: 500, tax: 19 }
    const part = { id: 2, desc: "Part", item_type: "sub_transaction", sum: 1_000 }
    const products = [{ ...part, contract_id: "GCR_A", sub_basket: [article] }]
    const { pci } = await paid("debit", { basket: { products }, "basket_info.sum": 1_000 })
    expect(await sandbox.api(`/Payment/Transactions/${pci}/OldFormat`)).toMatchObject({
      body: {
        basket: [
          {
            item_type: "sub_transaction",
            total: 1_000,
            contract_id: "GCR_A",
            sub_basket: [{ name: "Cup", price: 500, total: 1_000, tax: "19" }],
          },
        ],
      },
    })
  })
})

describe("the hash of the older API for the id", () => {
  it.each<[call: string, request: { method: string; body?: unknown }]>([
    ["checkStatus", { method: "GET" }],
    ["OldFormat", { method: "GET" }],
    ["ShippingInformation", { method: "PUT", body: { carrier: "DHL" } }],
  ])("%s takes it (C, S)", async (call, request) => {
    const { pci, hash } = await paid("creditcard")
    const byHash = await sandbox.api(`/Payment/Transactions/${hash}/${call}`, request)
    expect(byHash.status).toBe(200)
    expect(await sandbox.api(`/Payment/Transactions/${pci}/${call}`, request)).toEqual(byHash)
  })
})

describe("the list of payments", () => {
  it("finds a payment by its number, and its refunds by their parent's (S)", async () => {
    const { pci, trans } = await paid("debit")
    const cancel = `/Payment/Transactions/${pci}/cancel`
    await sandbox.post(cancel, { reduce_amount_by: 100 })
    await sandbox.post(cancel, { reduce_amount_by: 200 })
    const path = "/Payment/Transactions"
    const own = await sandbox.list(path, { q: `trans_id:${trans}` })
    expect(own.data).toEqual([expect.objectContaining({ id: pci, amount: 3_185 })])
    const refunds = await sandbox.list(path, { q: `parents.trans_id:${trans}` })
    expect(refunds.data.map(({ amount }) => amount)).toEqual([-100, -200])
  })

  it.each([
    ["amount:[* TO -1]", (amount: number) => amount < 0],
    ["details.status_simple:14", () => true],
    ["currency:EUR AND NOT amount:[* TO 0]", (amount: number) => amount > 0],
  ])("q=%s finds some, and no other (C)", async (q, fits) => {
    await paid("invoice")
    const { count, data } = await sandbox.list("/Payment/Transactions", { q, count: "1000" })
    expect(count).toBeGreaterThan(0)
    expect(data.map(({ amount }) => Number(amount)).filter((amount) => !fits(amount))).toEqual([])
  })
})

describe("the contract", () => {
  const contract = "/General/Contracts/GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04"
  const methodsOf = (id: string) => `${contract}/getAvailablePaymentMethods/${id}`

  it("can be read, and is the only one (S)", async () => {
    const { body } = await sandbox.api(contract)
    expect(body).toMatchObject({
      object: "general.contracts",
      id: "GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04",
      merchant: { object: "general.merchants", id: matching(/^MRC_/) },
    })
    expect(await sandbox.list("/General/Contracts")).toEqual({ count: 1, data: [body] })
  })

  it("names its currencies (S)", async () => {
    const answer = await sandbox.api(`${contract}/AvailableCurrencies`)
    expect(answer).toEqual({ status: 200, body: ["EUR", "CHF", "GBP", "USD"] })
  })

  it("says how its page looks (S)", async () => {
    const answer = await sandbox.api(`${contract}/IframeOptions`)
    expect(answer).toMatchObject({ status: 200, body: { language: "de_DE" } })
  })

  it.each<[title: string, changes: Record<string, unknown>, currency: string, names: string[]]>([
    [
      "all that suit it, without easyCredit below 200 euros (S)",
      {},
      "EUR",
      ["Creditcard", "Applepay", "Googlepay", "Debit", "Invoice", "Prepay", "Paypal", "Sofort"],
    ],
    [
      "only those that the shop allows (S)",
      { "payment_context.payment_methods": ["invoice", "prepaid"] },
      "EUR",
      ["Invoice", "Prepay"],
    ],
    [
      "in francs no euro schemes (I)",
      { "basket_info.currency": "CHF" },
      "CHF",
      ["Creditcard", "Applepay", "Googlepay", "Invoice", "Prepay", "Paypal"],
    ],
    ["none in another currency than its own (I)", {}, "CHF", []],
  ])("methods of a transaction: %s", async (...[, changes, currency, names]) => {
    const { id } = await sandbox.create(requestWith(changes))
    const answer = await sandbox.post(methodsOf(id), { currency })
    expect(answer.status).toBe(200)
    const rest = z.array(z.string()).parse(answer.body)
    expect(rest.filter((name) => !["giropay", "eps"].includes(name))).toEqual(names)
  })

  it.each([
    ["of the contract", () => Promise.resolve("")],
    ["of a transaction", async () => (await sandbox.create()).id],
  ])(
    "with apiv2_products the methods %s have the older API's names (S)",
    async (_whose, identify) => {
      const id = await identify()
      const answer = await sandbox.post(methodsOf(id), { apiv2_products: true, currency: "?" })
      const older = ["creditcard", "debit", "invoice", "prepay", "paypal"]
      expect(answer).toMatchObject({ status: 200 })
      expect(answer.body).toEqual(expect.arrayContaining(older))
    },
  )

  it.each(["", "/AvailableCurrencies", "/IframeOptions"])(
    "GET of another contract%s is not allowed (I)",
    async (call) => {
      const answer = await sandbox.api(`/General/Contracts/GCR_X${call}`)
      expect(answer).toMatchObject({ status: 403, body: { code: 3005 } })
    },
  )

  it("the methods of a transaction that is not there are refused (I)", async () => {
    const answer = await sandbox.post(methodsOf("STX_X"), { currency: "EUR" })
    expect(answer).toMatchObject({ status: 403, body: { code: 3006 } })
  })
})

describe("TestChangedPaymentStatus", () => {
  const change = (service: string, id: string, new_status_id: unknown) =>
    sandbox.post(`/Payment/${service}/${id}/TestChangedPaymentStatus`, { new_status_id })

  it.each<
    [title: string, method: string, service: string, to: number, status: string, simple: number]
  >([
    ["money for a prepayment arrives (I)", "prepaid", "Secupayprepays", 6, "ok", 1],
    ["an invoice is delivered (I)", "invoice", "Secupayinvoices", 86, "ok", 1],
    ["a debit is returned (U)", "debit", "Secupaydebits", 906, "ok", 4],
    ["a card is charged back (U)", "creditcard", "Secupaycreditcards", 906, "ok", 4],
    ["a transfer is taken back (U)", "sofort", "Secupaysofort", 907, "ok", 5],
    ["a prepayment expires (U)", "prepaid", "Secupayprepays", 905, "failed", 3],
  ])("%s", async (...[, method, service, to, status, simple]) => {
    const { id, pci, hash } = await paid(method)
    expect(await change(service, pci, to)).toMatchObject({
      status: 200,
      body: { id: hash, transaction_status: String(to) },
    })
    expect((await sandbox.payment(pci)).details.status_simple).toBe(simple)
    expect((await sandbox.read(id)).status).toBe(status)
  })

  it("the hash stands for the payment's id (U)", async () => {
    const { id, hash } = await paid("prepaid")
    await change("Secupayprepays", hash, 6)
    expect((await sandbox.read(id)).status).toBe("ok")
  })

  it("the shop is told by a push (I)", async () => {
    const { id, pci } = await paid("prepaid")
    const before = (await sandbox.look(id)).pushes.length
    await change("Secupayprepays", pci, 6)
    expect((await sandbox.look(id)).pushes).toHaveLength(before + 1)
  })

  it.each<[title: string, service: string, to: unknown, code: number]>([
    ["the service of another method (I)", "Secupaydebits", 6, 3006],
    ["a status that nobody knows (U)", "Secupayprepays", 12_345, 3001],
    ["a status in words (U)", "Secupayprepays", "accepted", 3001],
    ["a service that is not there (I)", "Secupaybarter", 6, 3004],
  ])("%s is refused", async (...[, service, to, code]) => {
    const { id, pci } = await paid("prepaid")
    expect(await change(service, pci, to)).toMatchObject({ body: { code } })
    expect((await sandbox.read(id)).status).toBe("pending")
  })
})
