import { matching, openSandbox, requestWith, type Driver } from "./support/driver"

let sandbox: Driver

beforeAll(async () => {
  sandbox = await openSandbox()
})

afterAll(() => sandbox.close())

const sum = 3_185

async function paid(method: string, autoCapture = true) {
  const { id } = await sandbox.create(requestWith({ "payment_context.auto_capture": autoCapture }))
  await sandbox.checkout(id, { method, outcome: "pay" })
  const { transactions } = await sandbox.read(id)
  return { stx: id, pci: transactions?.[0]?.id ?? "" }
}

const cancel = (pci: string, body: unknown = {}) =>
  sandbox.post(`/Payment/Transactions/${pci}/cancel`, body)

it("after execution each call makes a refund of its own", async () => {
  const { pci, stx } = await paid("creditcard")
  const first = await cancel(pci, { reduce_amount_by: 995, reason: "One piece less" })
  expect(first.body).toMatchObject([
    { id: pci, amount: sum },
    {
      id: matching(/^PCI_\w{30}$/),
      amount: -995,
      product: "Erstattung (Demo)",
      parents: [{ id: pci, ref_type_id: 19 }],
      details: { status_simple: 1, status_simple_text: "accepted" },
    },
  ])
  await cancel(pci, { reduce_amount_by: 995 })
  expect(await sandbox.checkStatus(pci)).toMatchObject({ amount: sum - 2 * 995, status_simple: 1 })
  expect((await sandbox.payment(pci)).related_transactions).toHaveLength(2)
  expect((await sandbox.read(stx)).status).toBe("ok")
  expect((await sandbox.read(stx)).transactions).toHaveLength(1)
})

it("a refund of all that is left makes the payment void", async () => {
  const { pci } = await paid("paypal")
  await cancel(pci, { reduce_amount_by: 185 })
  const rest = await cancel(pci)
  expect(rest.body).toMatchObject([{ id: pci }, { amount: -3_000 }])
  expect(await sandbox.checkStatus(pci)).toMatchObject({ amount: 0, status_simple: 5 })
})

it("a complete refund may also show as running", async () => {
  await sandbox.settings({ full_refund_simple: 7 })
  const { pci } = await paid("sofort")
  await cancel(pci)
  await sandbox.settings({ full_refund_simple: 5 })
  expect(await sandbox.checkStatus(pci)).toMatchObject({ amount: 0, status_simple: 7 })
})

it.each([
  ["more than the amount", [], 3_186],
  ["more than what is left", [3_000], 186],
])("%s is refused", async (_name, before, amount) => {
  const { pci } = await paid("creditcard")
  for (const reduce_amount_by of before) await cancel(pci, { reduce_amount_by })
  const answer = await cancel(pci, { reduce_amount_by: amount })
  expect(answer).toMatchObject({ status: 400, body: { code: 4027 } })
})

it.each<[string, unknown, RegExp]>([
  ["an umlaut", { reason: "Rückgabe" }, /reason/],
  ["an ampersand", { reason: "A & B" }, /reason/],
  ["a hash", { reason: "Order #1" }, /reason/],
  ["an underscore", { reason: "a_b" }, /reason/],
  ["a reason of 101 characters", { reason: "x".repeat(101) }, /reason/],
  ["an empty reason", { reason: "" }, /reason/],
  ["the deprecated amount", { amount: 100 }, /amount: is deprecated.*reduce_amount_by/],
  ["an amount of zero", { reduce_amount_by: 0 }, /reduce_amount_by/],
  ["a negative amount", { reduce_amount_by: -5 }, /reduce_amount_by/],
  ["a fractional amount", { reduce_amount_by: 9.95 }, /reduce_amount_by/],
  ["an unknown field", { sum: 5 }, /sum/],
])("%s is refused by name", async (_name, body, details) => {
  const { pci } = await paid("creditcard")
  const answer = await cancel(pci, body)
  expect(answer).toMatchObject({ status: 400, body: { error_details: matching(details) } })
  expect(await sandbox.checkStatus(pci)).toMatchObject({ amount: sum })
})

it("every documented character may stand in a reason", async () => {
  const { pci } = await paid("creditcard")
  const answer = await cancel(pci, { reduce_amount_by: 1, reason: "Az 09.,+-:?()/'" })
  expect(answer.status).toBe(200)
})

it.each([
  ["prepaid", true, "cancelled"],
  ["creditcard", false, "cancelled"],
  ["invoice", true, "ok"],
])(
  "before execution a full cancellation of %s makes no refund",
  async (method, capture, status) => {
    const { pci, stx } = await paid(method, capture)
    const answer = await cancel(pci)
    expect(answer.body).toMatchObject([{ id: pci, details: { status_simple: 5 } }])
    expect(await sandbox.checkStatus(pci)).toMatchObject({ amount: 0 })
    expect((await sandbox.read(stx)).status).toBe(status)
  },
)

it.each(["prepaid", "invoice"])("an unpaid %s is reduced without a refund", async (method) => {
  const { pci } = await paid(method)
  for (const reduce_amount_by of [100, 85]) await cancel(pci, { reduce_amount_by })
  expect(await sandbox.payment(pci)).toMatchObject({ amount: 3_000 })
  expect(await sandbox.payment(pci)).not.toHaveProperty("related_transactions")
  expect(await sandbox.checkStatus(pci)).toMatchObject({ amount: 3_000 })
})

it("an authorised card is reduced exactly once, and captured with the rest", async () => {
  const { pci, stx } = await paid("creditcard", false)
  expect((await cancel(pci, { reduce_amount_by: 185 })).status).toBe(200)
  const again = await cancel(pci, { reduce_amount_by: 100 })
  expect(again).toMatchObject({ status: 400, body: { code: 4028 } })
  await sandbox.post(`/Smart/Transactions/${stx}/start`)
  expect(await sandbox.checkStatus(pci)).toMatchObject({ amount: 3_000, status_simple: 1 })
})

it("a paid invoice is refunded", async () => {
  const { pci, stx } = await paid("invoice")
  await sandbox.post(`/Payment/Transactions/${pci}/capture`)
  await sandbox.event(stx, { type: "money_arrived" })
  const answer = await cancel(pci, { reduce_amount_by: 500 })
  expect(answer.body).toMatchObject([{ id: pci }, { amount: -500 }])
})

it.each(["void", "disputed", "a refund"])(
  "a payment that is %s cannot be refunded",
  async (what) => {
    const { pci, stx } = await paid("creditcard")
    let target = pci
    if (what === "disputed") await sandbox.event(stx, { type: "chargeback" })
    else await cancel(pci)
    if (what === "a refund") target = (await sandbox.look(stx)).payments[1]?.id ?? ""
    expect(await cancel(target)).toMatchObject({ status: 400, body: { code: 4028 } })
  },
)

it("a refund made elsewhere looks like one of ours", async () => {
  const { pci, stx } = await paid("creditcard")
  await sandbox.event(stx, { type: "refund", amount: 1_000 })
  expect(await sandbox.checkStatus(pci)).toMatchObject({ amount: 2_185, status_simple: 1 })
  const [, refund] = (await sandbox.look(stx)).payments
  expect(refund).toMatchObject({ refund_of: pci, amount: -1_000 })
  expect(await sandbox.event(stx, { type: "refund", amount: 9_999 })).toMatchObject({ status: 409 })
})

it.each([
  "Payment/Transactions/PCI_X",
  "Payment/Transactions/PCI_X/checkStatus",
  "Smart/Transactions/STX_X",
])("%s: a foreign id is not allowed", async (path) => {
  expect(await sandbox.api(`/${path}`)).toMatchObject({ status: 403, body: { code: 3006 } })
})

describe("delivery", () => {
  const shipping = {
    carrier: "DHL",
    tracking_id: "TC1",
    invoice_number: "RG1",
    shipped_at: "2026-01-05T12:00:00+01:00",
    order_id: "1001",
  }

  it("is reported once, for invoice", async () => {
    const { pci, stx } = await paid("invoice")
    const path = `/Payment/Transactions/${pci}/capture`
    const answer = await sandbox.post(path, { shipping_information: shipping })
    expect(answer.body).toMatchObject({ status: 86, order_id: "1001", invoice_number: "RG1" })
    expect((await sandbox.look(stx)).payments[0]).toMatchObject({ shipping })
    expect(await sandbox.post(path)).toMatchObject({ status: 400, body: { code: 4028 } })
  })

  it("is added to other methods as information", async () => {
    const { pci, stx } = await paid("creditcard")
    const path = `/Payment/Transactions/${pci}/ShippingInformation`
    const answer = await sandbox.api(path, { method: "PUT", body: shipping })
    expect(answer).toEqual({ status: 200, body: { result: true } })
    expect((await sandbox.look(stx)).payments[0]).toMatchObject({ shipping })
    expect((await sandbox.post(`/Payment/Transactions/${pci}/capture`)).status).toBe(400)
    const wrong = { method: "PUT", body: { shipped_at: "yesterday" } }
    expect(await sandbox.api(path, wrong)).toMatchObject({ status: 400, body: { code: 3001 } })
  })
})
