import creditcard from "../../fixtures/secuconnect/smart-transaction-prepare-creditcard.request.json"
import invoiceAnswer from "../../fixtures/secuconnect/smart-transaction-prepare-invoice.response.json"
import paypal from "../../fixtures/secuconnect/smart-transaction-prepare-paypal.request.json"
import prepaidAnswer from "../../fixtures/secuconnect/smart-transaction-start-prepaid.response.json"
import { matching, openSandbox, requestWith, type Driver } from "./support/driver"

/**
 * A shop with a payment page of its own. Sources, by letter at the end of a title: (C) the vendor's
 * pages, (S) the vendor's SDK, (I) inferred, (U) unknown and invented here.
 * @see https://developer.secuconnect.com/integration/Checkout_Process_with_Smart_Transaction.html
 * @see https://github.com/secuconnect/secuconnect-php-sdk/blob/master/lib/Api/SmartTransactionsApi.php
 */
let sandbox: Driver

beforeAll(async () => {
  sandbox = await openSandbox()
})

afterAll(() => sandbox.close())

const account = { type: "bank_account", private: { owner: "Max", iban: "DE35500105175418493188" } }
const withAccount = { container: account }

const newTransaction = (autoCapture: boolean, changes: Record<string, unknown> = {}) =>
  sandbox.create(
    requestWith({
      "payment_context.auto_capture": autoCapture,
      "customer.contact.companyname": undefined,
      ...changes,
    }),
  )

async function simpleOf(id: string): Promise<number | null> {
  const payment = (await sandbox.read(id)).transactions?.at(-1)
  return payment ? (await sandbox.payment(payment.id)).details.status_simple : null
}

describe("start/{method}", () => {
  it.each<[title: string, method: string, body: unknown, status: string, simple: number | null]>([
    ["prepaid waits for its transfer (C)", "prepaid", {}, "pending", 2],
    ["invoice is accepted and waits for its delivery (S)", "invoice", {}, "ok", 14],
    ["debit takes the account that is sent along (S)", "debit", withAccount, "ok", 1],
    ["cash is a till's, nothing is transferred (S)", "cash", {}, "ok", null],
    ["cashless is a till's, nothing is transferred (S)", "cashless", {}, "ok", null],
    ["demo is a till's, nothing is transferred (S)", "demo", {}, "ok", null],
  ])("%s", async (...[, method, body, status, simple]) => {
    const { id } = await newTransaction(false)
    expect(await sandbox.act(`${id}/start/${method}`, body)).toMatchObject({ id, status })
    expect(await simpleOf(id)).toBe(simple)
  })

  it("the answer to prepaid has the account, as the vendor's example does (C)", async () => {
    const { id } = await newTransaction(false)
    const answer = await sandbox.act(`${id}/start/prepaid`)
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(Object.keys(prepaidAnswer)))
    expect(answer.payment_instructions).toMatchObject({
      iban: matching(/^DE\d{20}$/),
      purpose: matching(/^TA \d+$/),
    })
  })

  it("without a method, as the SDK calls it, it is the plain start (S)", async () => {
    const { id } = await newTransaction(false)
    await sandbox.act(`${id}/prepare/debit`, withAccount)
    expect(await sandbox.act(`${id}/start/`)).toMatchObject({ status: "ok" })
  })

  it("with a method after an authorisation it captures that (I)", async () => {
    const { id } = await newTransaction(false)
    await sandbox.act(`${id}/prepare/invoice`)
    expect(await sandbox.act(`${id}/start/invoice`)).toMatchObject({ status: "ok" })
    expect((await sandbox.read(id)).transactions).toHaveLength(1)
  })

  it.each<[title: string, method: string, details: RegExp]>([
    ["a card needs its buyer on a page (C)", "creditcard", /prepare\/creditcard/],
    ["PayPal needs its buyer on a page (C)", "paypal", /prepare\/paypal/],
    ["a method that nobody knows (I)", "barter", /barter is not offered/],
  ])("%s is refused", async (_title, method, details) => {
    const { id } = await newTransaction(false)
    expect(await sandbox.post(`/Smart/Transactions/${id}/start/${method}`)).toMatchObject({
      status: 400,
      body: { code: 4028, error_details: matching(details) },
    })
    expect((await sandbox.read(id)).status).toBe("created")
  })

  it("what is being paid cannot be started again (I)", async () => {
    const { id } = await newTransaction(false)
    await sandbox.act(`${id}/start/prepaid`)
    expect(await sandbox.post(`/Smart/Transactions/${id}/start/prepaid`)).toMatchObject({
      status: 400,
      body: { code: 4028 },
    })
    expect((await sandbox.read(id)).transactions).toHaveLength(1)
  })
})

describe("prepare/{method}", () => {
  it.each<[title: string, method: string, body: unknown, capture: boolean, status: string]>([
    ["invoice is authorised (C)", "invoice", {}, false, "approved"],
    ["debit is authorised (S)", "debit", withAccount, false, "approved"],
    ["invoice with auto_capture is accepted at once (C)", "invoice", {}, true, "ok"],
    ["debit with auto_capture is accepted at once (C)", "debit", withAccount, true, "ok"],
    [
      "a card waits for the authorisation on its page (C)",
      "creditcard",
      creditcard,
      false,
      "created",
    ],
    ["PayPal waits for the authorisation on its page (C)", "paypal", paypal, false, "created"],
    ["the SDK's spelling is understood (S)", "Paypal", paypal, false, "created"],
  ])("%s", async (...[, method, body, capture, status]) => {
    const { id } = await newTransaction(capture)
    expect(await sandbox.act(`${id}/prepare/${method}`, body)).toMatchObject({ id, status })
  })

  it("the answer for an invoice has what the vendor's example has (C)", async () => {
    const { id } = await newTransaction(false)
    const answer = await sandbox.act(`${id}/prepare/invoice`)
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(Object.keys(invoiceAnswer)))
  })

  it.each(["creditcard", "paypal"])(
    "%s answers the page that its buyer visits; paid there it is approved (C)",
    async (method) => {
      const { id } = await newTransaction(false)
      const { iframe_url: page, payment_method } = await sandbox.act(`${id}/prepare/${method}`)
      expect(payment_method).toBe(method)
      const answer = await fetch(String(page))
      expect([answer.status, await answer.text()]).toEqual([200, matching(/31[.,]85/)])
      await sandbox.checkout(id, { method, outcome: "pay" })
      expect((await sandbox.read(id)).status).toBe("approved")
    },
  )

  it("nothing of a card is kept (I)", async () => {
    const { id } = await newTransaction(false)
    await sandbox.act(`${id}/prepare/creditcard`, creditcard)
    const seen = await sandbox.call(`/sandbox/transactions/${id}`)
    expect(JSON.stringify(seen.body)).not.toContain(creditcard.container.private.pan)
  })

  it("buyer and account may be stored ones (S)", async () => {
    const contact = { forename: "Erika", surname: "Muster", email: "erika@example.com" }
    const buyer = await sandbox.store("/Payment/Customers", { contact })
    const stored = await sandbox.store("/Payment/Containers", account)
    const { id } = await newTransaction(false)
    const body = { customer: { id: buyer.id }, container: { id: stored.id } }
    expect(await sandbox.act(`${id}/prepare/debit`, body)).toMatchObject({
      status: "approved",
      customer: { id: buyer.id, contact: { surname: "Muster" } },
      container: { object: "payment.containers", id: stored.id },
    })
  })

  it.each<[title: string, method: string, body: unknown, code: number]>([
    ["prepaid has no authorisation before its start (C)", "prepaid", {}, 4028],
    ["a method that nobody knows (I)", "barter", {}, 4028],
    ["debit without an account (I)", "debit", {}, 3001],
    [
      "a wrong IBAN (I)",
      "debit",
      { container: { ...account, private: { owner: "M", iban: "DE1" } } },
      3001,
    ],
    ["a buyer who is not stored (I)", "invoice", { customer: { id: "PCU_X" } }, 3006],
    ["an account that is not stored (I)", "debit", { container: { id: "PCT_X" } }, 3006],
    ["a field that nobody knows (I)", "invoice", { colour: "red" }, 3001],
    ["another buyer, of a method that is refused (I)", "prepaid", { customer: {} }, 4028],
  ])("%s is refused, and nothing has happened", async (...[, method, body, code]) => {
    const { id } = await newTransaction(false)
    const before = await sandbox.read(id)
    const answer = await sandbox.post(`/Smart/Transactions/${id}/prepare/${method}`, body)
    expect(answer).toMatchObject({ body: { code } })
    expect(await sandbox.read(id)).toEqual(before)
  })

  it("a method that the shop did not allow is refused (C)", async () => {
    const { id } = await newTransaction(false, { "payment_context.payment_methods": ["debit"] })
    const answer = await sandbox.post(`/Smart/Transactions/${id}/prepare/invoice`)
    expect(answer).toMatchObject({ status: 400, body: { code: 4028 } })
  })
})

describe("abort, cancelTrx and preTransaction", () => {
  it.each([
    ["abort", "aborted (U)"],
    ["cancel", "cancelled (S)"],
    ["cancelTrx", "cancelled (C)"],
    ["canceltrx", "cancelled (S)"],
  ])("%s leaves what nobody paid %s", async (action, outcome) => {
    const status = outcome.split(" ")[0]
    const { id } = await newTransaction(false)
    expect(await sandbox.act(`${id}/${action}`)).toMatchObject({ id, status })
    expect(await sandbox.read(id)).toMatchObject({ status })
    const late = sandbox.checkout(id, { method: "invoice", outcome: "pay" })
    await expect(late).rejects.toThrow("409")
  })

  it.each(["abort", "cancelTrx"])("%s gives an authorisation back (U)", async (action) => {
    const { id } = await newTransaction(false)
    await sandbox.act(`${id}/prepare/invoice`)
    await sandbox.act(`${id}/${action}`)
    expect(await simpleOf(id)).toBe(5)
  })

  it.each(["abort", "cancelTrx"])("%s cannot undo what is executed (U)", async (action) => {
    const { id } = await newTransaction(true)
    await sandbox.checkout(id, { method: "creditcard", outcome: "pay" })
    const answer = await sandbox.post(`/Smart/Transactions/${id}/${action}`)
    expect(answer).toMatchObject({ status: 400, body: { code: 4028 } })
    expect((await sandbox.read(id)).status).toBe("ok")
  })

  it("preTransaction: without a loyalty card all is still missing (S)", async () => {
    const { id } = await newTransaction(false)
    expect(await sandbox.post(`/Smart/Transactions/${id}/preTransaction`)).toMatchObject({
      status: 200,
      body: { missing_sum: 3_185, bonus_products: [] },
    })
  })

  it.each([
    "start/prepaid",
    "prepare/debit",
    "abort",
    "cancelTrx",
    "preTransaction",
    "setDelivery",
  ])("%s of a transaction that is not there is refused as an incorrect id (I)", async (action) => {
    expect(await sandbox.post(`/Smart/Transactions/STX_X/${action}`)).toMatchObject({
      status: 403,
      body: { code: 3006 },
    })
  })
})
