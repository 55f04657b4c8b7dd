import { matching, openSandbox, requestWith, type Driver } from "./support/driver"

interface Path {
  method: string
  autoCapture?: boolean
  outcome?: string
  /** A control event, or `start`, `cancel`, `capture` for the API's calls. */
  then?: string[]
  smartTransaction: string
  simple: number
  fine?: number
  instructions?: boolean
}

let sandbox: Driver

beforeAll(async () => {
  sandbox = await openSandbox()
})

afterAll(() => sandbox.close())

async function walk({ method, autoCapture = true, outcome = "pay", then = [] }: Path) {
  const { id } = await sandbox.create(
    requestWith({
      "payment_context.auto_capture": autoCapture,
      "basket.products.0.priceOne": 15_950,
      "basket_info.sum": 31_895,
      "customer.contact.companyname": undefined,
    }),
  )
  await sandbox.checkout(id, { method, outcome })
  for (const step of then) await take(id, step)
  const record = await sandbox.read(id)
  const payment = await sandbox.payment(record.transactions?.[0]?.id ?? "")
  return { record, payment }
}

async function take(id: string, step: string): Promise<void> {
  const answer = ["start", "cancel"].includes(step)
    ? await sandbox.post(`/Smart/Transactions/${id}/${step}`)
    : step === "capture"
      ? await sandbox.post(`/Payment/Transactions/${await paymentOf(id)}/capture`)
      : await sandbox.event(id, { type: step })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}

async function paymentOf(id: string): Promise<string> {
  return (await sandbox.read(id)).transactions?.[0]?.id ?? ""
}

const title = ({ method, autoCapture = true, outcome = "pay", then = [] }: Path): string =>
  [`${method}${autoCapture ? "" : " without auto_capture"}: ${outcome}`, ...then].join(", ")

const paths: Path[] = [
  ...["creditcard", "paypal", "easycredit", "debit"].flatMap((method): Path[] => [
    { method, smartTransaction: "ok", simple: 1, fine: 6 },
    { method, autoCapture: false, smartTransaction: "approved", simple: 2, fine: 9 },
    { method, autoCapture: false, then: ["start"], smartTransaction: "ok", simple: 1 },
    { method, autoCapture: false, then: ["cancel"], smartTransaction: "cancelled", simple: 5 },
    { method, autoCapture: false, then: ["expire"], smartTransaction: "failed", simple: 3 },
    { method, then: ["chargeback"], smartTransaction: "ok", simple: 4 },
    { method, then: ["chargeback", "issue_resolved"], smartTransaction: "ok", simple: 6 },
    { method, then: ["chargeback", "issue_lost"], smartTransaction: "ok", simple: 5 },
    { method, outcome: "decline", smartTransaction: "failed", simple: 3 },
    { method, then: ["refund"], smartTransaction: "ok", simple: 5 },
  ]),
  { method: "debit", outcome: "pending", smartTransaction: "pending", simple: 10 },
  {
    method: "debit",
    outcome: "pending",
    then: ["money_arrived"],
    smartTransaction: "ok",
    simple: 1,
  },
  { method: "debit", outcome: "pending", then: ["expire"], smartTransaction: "failed", simple: 3 },
  {
    method: "debit",
    outcome: "pending",
    then: ["cancel"],
    smartTransaction: "cancelled",
    simple: 5,
  },
  { method: "invoice", smartTransaction: "ok", simple: 14, instructions: true },
  {
    method: "invoice",
    then: ["capture"],
    smartTransaction: "ok",
    simple: 1,
    fine: 86,
    instructions: true,
  },
  { method: "invoice", then: ["capture", "money_arrived"], smartTransaction: "ok", simple: 9 },
  { method: "invoice", autoCapture: false, smartTransaction: "approved", simple: 2 },
  {
    method: "invoice",
    autoCapture: false,
    then: ["start"],
    smartTransaction: "ok",
    simple: 14,
    instructions: true,
  },
  { method: "prepaid", smartTransaction: "pending", simple: 2, fine: 25, instructions: true },
  {
    method: "prepaid",
    autoCapture: false,
    smartTransaction: "pending",
    simple: 2,
    instructions: true,
  },
  { method: "prepaid", then: ["money_arrived"], smartTransaction: "ok", simple: 1 },
  { method: "prepaid", then: ["expire"], smartTransaction: "failed", simple: 3 },
  { method: "prepaid", then: ["cancel"], smartTransaction: "cancelled", simple: 5 },
  ...["sofort", "giropay", "eps"].flatMap((method): Path[] => [
    { method, smartTransaction: "ok", simple: 1 },
    { method, autoCapture: false, smartTransaction: "ok", simple: 1 },
    { method, outcome: "decline", smartTransaction: "failed", simple: 3 },
  ]),
]

it.each(paths.map((path) => ({ ...path, title: title(path) })))(
  "$title → $smartTransaction, simple status $simple",
  async (path) => {
    const { record, payment } = await walk(path)
    expect(record.status).toBe(path.smartTransaction)
    expect(payment.details.status_simple).toBe(path.simple)
    if (path.fine !== undefined) expect(payment.status).toBe(path.fine)
    if (path.instructions) {
      expect(record.payment_instructions).toMatchObject({
        owner: "secupay AG",
        iban: matching(/^DE\d{20}$/),
        purpose: matching(/^TA \d+$/),
      })
    }
  },
)

it.each<{ method: string; outcome: string; autoCapture?: boolean; event: string }>([
  { method: "creditcard", outcome: "pay", event: "money_arrived" },
  { method: "creditcard", outcome: "pay", event: "issue_resolved" },
  { method: "creditcard", outcome: "pay", event: "issue_lost" },
  { method: "creditcard", outcome: "pay", event: "expire" },
  { method: "creditcard", outcome: "pay", autoCapture: false, event: "chargeback" },
  { method: "prepaid", outcome: "pay", event: "chargeback" },
  { method: "invoice", outcome: "pay", event: "money_arrived" },
  { method: "sofort", outcome: "pay", event: "chargeback" },
  { method: "creditcard", outcome: "decline", event: "refund" },
])("$event is impossible now: $method, outcome $outcome", async ({ event, ...path }) => {
  const { record } = await walk({ ...path, smartTransaction: "", simple: 0 })
  const answer = await sandbox.event(record.id, { type: event })
  expect(answer.status).toBe(409)
  expect(answer.body).toEqual({
    error: matching(event === "refund" ? "denied" : event),
  })
})

it.each(["start", "cancel"])("%s is refused on an executed transaction", async (call) => {
  const { record } = await walk({ method: "creditcard", smartTransaction: "ok", simple: 1 })
  const answer = await sandbox.post(`/Smart/Transactions/${record.id}/${call}`)
  expect(answer).toMatchObject({ status: 400, body: { status: "error", code: 4028 } })
})

it.each(["pay", "decline"])("a transaction is paid once: %s", async (outcome) => {
  const { record } = await walk({ method: "creditcard", outcome, smartTransaction: "", simple: 0 })
  const body = { method: "prepaid", outcome: "pay" }
  const answer = await sandbox.call(`/sandbox/transactions/${record.id}/checkout`, { body })
  expect(answer.status).toBe(409)
})

it("an aborted transaction stays created, and nothing has happened", async () => {
  const { id } = await sandbox.create()
  const { redirect_url } = await sandbox.checkout(id, { outcome: "abort" })
  expect(redirect_url).toBe("https://shop.example.com/return/abort")
  expect(await sandbox.read(id)).toMatchObject({ status: "created", transactions: [] })
})

it("start may also lead to pending or failed", async () => {
  await sandbox.settings({ start_outcome: "pending" })
  const pending = await walk({
    method: "creditcard",
    autoCapture: false,
    then: ["start"],
    smartTransaction: "",
    simple: 0,
  })
  await sandbox.settings({ start_outcome: "failed" })
  const failed = await walk({
    method: "creditcard",
    autoCapture: false,
    then: ["start"],
    smartTransaction: "",
    simple: 0,
  })
  await sandbox.settings({ start_outcome: "ok" })
  expect([pending.record.status, pending.payment.details.status_simple]).toEqual(["pending", 10])
  expect([failed.record.status, failed.payment.details.status_simple]).toEqual(["failed", 3])
})

it("a waiting prepayment may show simple status 10 as well", async () => {
  await sandbox.settings({ prepaid_waiting_simple: 10 })
  const { payment } = await walk({ method: "prepaid", smartTransaction: "pending", simple: 10 })
  await sandbox.settings({ prepaid_waiting_simple: 2 })
  expect(payment.details.status_simple).toBe(10)
})

it("easyCredit puts instalments where others put bank data", async () => {
  const { record } = await walk({ method: "easycredit", smartTransaction: "ok", simple: 1 })
  expect(record.payment_instructions).toMatchObject({ number_of_installments: 12 })
  expect(record.payment_instructions).not.toHaveProperty("iban")
})

it("an update of an authorised transaction gives the authorisation back", async () => {
  const { record } = await walk({
    method: "creditcard",
    autoCapture: false,
    smartTransaction: "approved",
    simple: 2,
  })
  const body = requestWith({ "basket.products.1.priceOne": 595, "basket_info.sum": 3_285 })
  const answer = await sandbox.api(`/Smart/Transactions/${record.id}`, { method: "PUT", body })
  expect(answer.body).toMatchObject({ status: "created", basket_info: { sum: 3_285 } })
  const [payment] = (await sandbox.look(record.id)).payments
  expect(payment?.state).toBe("void")
})

it.each(["POST", "GET"])("takes its own whole answer to a %s back as an update", async (method) => {
  const created = await sandbox.create()
  const path = `/Smart/Transactions/${created.id}`
  const whole = method === "POST" ? created : await sandbox.read(created.id)
  const answer = await sandbox.api(path, { method: "PUT", body: whole })
  expect(answer).toMatchObject({ status: 200, body: { id: created.id, status: "created" } })
  expect(await sandbox.read(created.id)).toMatchObject(whole)
})
