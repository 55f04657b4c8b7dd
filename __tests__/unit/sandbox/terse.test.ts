import paymentExample from "../../fixtures/secuconnect/payment-transaction-read.prepaid-waiting.response.json"
import refundExample from "../../fixtures/secuconnect/payment-transaction-read.refund-child.response.json"
import readExample from "../../fixtures/secuconnect/smart-transaction-read.prepaid-pending.response.json"
import startExample from "../../fixtures/secuconnect/smart-transaction-start.response.json"
import cancelExample from "../../fixtures/secuconnect/smart-transaction-cancel.response.json"
import checkExample from "../../fixtures/secuconnect/payment-transaction-check-status.response.json"
import { openSandbox, requestWith, type Driver } from "./support/driver"

let sandbox: Driver

afterEach(() => sandbox.close())

/** All paths of an answer, so that nothing more and nothing less is there. */
function paths(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [at]
  return Object.entries(value)
    .flatMap(([key, inner]) => paths(inner, `${at}.${key}`))
    .sort()
}

interface Made {
  stx: string
  pci: string
}

const examples: Record<string, (made: Made) => Promise<unknown>> = {
  read: ({ stx }) => sandbox.read(stx),
  start: async ({ stx }) => (await sandbox.post(`/Smart/Transactions/${stx}/start`)).body,
  cancel: async ({ stx }) => (await sandbox.post(`/Smart/Transactions/${stx}/cancel`)).body,
  payment: ({ pci }) => sandbox.payment(pci),
  checkStatus: ({ pci }) => sandbox.checkStatus(pci),
  refund: async ({ stx, pci }) => {
    await sandbox.event(stx, { type: "money_arrived" })
    await sandbox.post(`/Payment/Transactions/${pci}/cancel`, { reduce_amount_by: 1_000 })
    return sandbox.payment((await sandbox.look(stx)).payments[1]?.id ?? "")
  },
}

async function example(name: string): Promise<unknown> {
  const isCapture = name === "start"
  const { id } = await sandbox.create(requestWith({ "payment_context.auto_capture": !isCapture }))
  await sandbox.checkout(id, { method: isCapture ? "creditcard" : "prepaid", outcome: "pay" })
  const { transactions } = await sandbox.read(id)
  return examples[name]?.({ stx: id, pci: transactions?.[0]?.id ?? "" })
}

it.each([
  ["read", readExample],
  ["start", startExample],
  ["cancel", cancelExample],
  ["checkStatus", checkExample],
  ["refund", refundExample],
])("%s has exactly the documented example's fields", async (name, documented) => {
  sandbox = await openSandbox({ terse: true })
  expect(paths(await example(name))).toEqual(paths(documented))
})

it("a payment has the documented example's fields and no contract", async () => {
  sandbox = await openSandbox({ terse: true })
  const answer = paths(await example("payment"))
  expect(paths(paymentExample)).toEqual(expect.arrayContaining(answer))
  expect(answer).not.toContainEqual(expect.stringContaining("contract"))
})

it.each([
  [false, true],
  [true, false],
])("terse %s: contract, demo flag and sum in a read %s", async (terse, there) => {
  sandbox = await openSandbox()
  await sandbox.settings({ terse })
  const { id, ...created } = await sandbox.create()
  const read = await sandbox.read(id)
  for (const field of ["contract", "is_demo", "basket_info"]) {
    expect(created).toHaveProperty(field)
    expect(field in read).toBe(there)
  }
})

it.each([
  [true, "Vorkasse (Demo)"],
  [false, "Vorkasse"],
])("demo %s: the product is called %s", async (is_demo, product) => {
  sandbox = await openSandbox()
  const { id } = await sandbox.create(requestWith({ is_demo }))
  await sandbox.checkout(id, { method: "prepaid", outcome: "pay" })
  const { transactions, ...read } = await sandbox.read(id)
  expect(read).toMatchObject({ is_demo })
  expect(await sandbox.payment(transactions?.[0]?.id ?? "")).toMatchObject({ product })
})

it("the demo flag is off unless it is sent", async () => {
  sandbox = await openSandbox()
  expect(await sandbox.create(requestWith({ is_demo: undefined }))).toMatchObject({
    is_demo: false,
  })
})

it.each([
  [{ sum: 1 }, { basket_info: { sum: 1, currency: "EUR" } }, { amount: 1 }],
  [{ currency: "CHF" }, { basket_info: { sum: 3_185, currency: "CHF" } }, { currency: "CHF" }],
  [{ contract: "GCR_X" }, { contract: { id: "GCR_X" } }, { contract: { id: "GCR_X" } }],
  [{ is_demo: false }, { is_demo: false }, { product: "Kreditkarte" }],
  [{ payment_state: "on_hold" }, { status: "ok" }, { details: { status_simple: 13 } }],
  [{ payment_state: "unheard_of" }, { status: "ok" }, { details: { status_simple: 99 } }],
])("tampering with %j shows in both reads", async (tampering, inTransaction, inPayment) => {
  sandbox = await openSandbox()
  const { id } = await sandbox.create()
  await sandbox.checkout(id, { method: "creditcard", outcome: "pay" })
  await sandbox.call(`/sandbox/transactions/${id}/tamper`, { body: tampering })
  const read = await sandbox.read(id)
  expect(read).toMatchObject(inTransaction)
  expect(await sandbox.payment(read.transactions?.[0]?.id ?? "")).toMatchObject(inPayment)
})

it("tampering can add a second accepted payment", async () => {
  sandbox = await openSandbox()
  const { id } = await sandbox.create()
  await sandbox.checkout(id, { method: "creditcard", outcome: "pay" })
  await sandbox.call(`/sandbox/transactions/${id}/tamper`, { body: { paid_again: true } })
  const { transactions = [] } = await sandbox.read(id)
  const payments = await Promise.all(transactions.map((payment) => sandbox.payment(payment.id)))
  expect(payments).toMatchObject([
    { amount: 3_185, details: { status_simple: 1 } },
    { amount: 3_185, details: { status_simple: 1 } },
  ])
})
