import pushExample from "../../fixtures/secuconnect/push.payment-changed.request.json"
import { until } from "../../support/until"
import { matching, openSandbox, requestWith, type Driver } from "./support/driver"
import { openShop } from "./support/shop"

let shop: Awaited<ReturnType<typeof openShop>>
let sandbox: Driver

async function open(answers: number[] = [], options = {}) {
  shop = await openShop(answers)
  sandbox = await openSandbox({ pushBackoffMs: [20, 60], ...options })
}

afterEach(async () => {
  await sandbox.close()
  await shop.close()
})

async function pay(method: string, changes: Record<string, unknown> = {}) {
  const { id } = await sandbox.create(
    requestWith({ "application_context.return_urls.url_push": shop.pushUrl, ...changes }),
  )
  await sandbox.checkout(id, { method, outcome: "pay" })
  return id
}

it("a push holds the payment's id and nothing else", async () => {
  await open()
  const stx = await pay("creditcard")
  await shop.got(1)
  const [payment] = (await sandbox.look(stx)).payments
  expect(shop.pushes[0]?.body).toEqual({
    ...pushExample,
    id: matching(/^evt_[0-9a-f]{32}$/),
    created: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/),
    data: [{ object: "payment.transactions", id: payment?.id }],
  })
})

it("every change of the simple status is told, and every refund", async () => {
  await open()
  const stx = await pay("prepaid")
  await sandbox.event(stx, { type: "money_arrived" })
  await sandbox.event(stx, { type: "refund", amount: 100 })
  await sandbox.event(stx, { type: "refund" })
  await shop.got(5)
  const { payments, pushes } = await sandbox.look(stx)
  const kinds = pushes.map((push) => [
    push.type,
    payments.findIndex(({ id }) => id === push.payment_id),
  ])
  expect(kinds).toEqual([
    ["changed", 0],
    ["changed", 0],
    ["added", 1],
    ["added", 2],
    ["changed", 0],
  ])
  expect(new Set(pushes.map(({ id }) => id)).size).toBe(5)
})

it("the reduction of an open invoice is not told, as its simple status stays", async () => {
  await open()
  const stx = await pay("invoice")
  await sandbox.event(stx, { type: "refund", amount: 100 })
  expect((await sandbox.look(stx)).pushes).toHaveLength(1)
})

it("a push is repeated with back-off under the same event id until it is answered with 200", async () => {
  await open([500, 302, 204])
  const stx = await pay("creditcard")
  await shop.got(4)
  const ids = shop.pushes.map(({ body }) => JSON.stringify(body))
  expect(new Set(ids).size).toBe(1)
  const times = shop.pushes.map(({ at }) => at)
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(18)
  expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(58)
  const push = await until("the delivery", async () =>
    (await sandbox.look(stx)).pushes.find(({ state }) => state === "delivered"),
  )
  expect(push.attempts.map(({ status }) => status)).toEqual([500, 302, 204, 200])
})

it("a shop that does not answer the connection gets it again later", async () => {
  await open()
  const { id } = await sandbox.create()
  await sandbox.checkout(id, { method: "creditcard", outcome: "pay" })
  const push = await until("a second attempt", async () =>
    (await sandbox.look(id)).pushes.find(({ attempts }) => attempts.length >= 2),
  )
  expect(push.state).toBe("waiting")
  expect(push.attempts[0]).toMatchObject({ status: null, error: matching(/\w/) })
})

it("without a push URL there is none", async () => {
  await open()
  const stx = await pay("creditcard", { "application_context.return_urls.url_push": undefined })
  expect((await sandbox.look(stx)).pushes).toEqual([])
})

it("withheld pushes are recorded and can be sent, several times at once", async () => {
  await open([], { pushes: false })
  const stx = await pay("creditcard")
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(shop.pushes).toHaveLength(0)
  expect((await sandbox.look(stx)).pushes[0]?.state).toBe("withheld")
  const answer = await sandbox.call(`/sandbox/transactions/${stx}/push`, { body: { times: 3 } })
  expect(answer.body).toMatchObject({
    push: { state: "delivered" },
    answers: [{ status: 200 }, { status: 200 }, { status: 200 }],
  })
  expect(new Set(shop.pushes.map(({ body }) => JSON.stringify(body))).size).toBe(1)
})

it("a push that was never made cannot be sent again", async () => {
  await open()
  const { id } = await sandbox.create()
  const answer = await sandbox.call(`/sandbox/transactions/${id}/push`, { body: {} })
  expect(answer).toMatchObject({ status: 409, body: { error: matching(/has no push yet/) } })
})

it("a shopper may return before the truth; the push comes when it is there", async () => {
  await open([], { truthDelayMs: 1_500 })
  const stx = await pay("creditcard")
  expect(await sandbox.read(stx)).toMatchObject({ status: "created", transactions: [] })
  expect(shop.pushes).toHaveLength(0)
  const again = { method: "prepaid", outcome: "pay" }
  const second = await sandbox.call(`/sandbox/transactions/${stx}/checkout`, { body: again })
  expect(second.status).toBe(409)
  await shop.got(1)
  expect((await sandbox.read(stx)).status).toBe("ok")
})

it("a cancellation does not overtake the truth", async () => {
  await open([], { truthDelayMs: 5_000 })
  const stx = await pay("creditcard")
  const answer = await sandbox.post(`/Smart/Transactions/${stx}/cancel`)
  expect(answer).toMatchObject({ status: 400, body: { code: 4028 } })
  expect((await sandbox.read(stx)).status).toBe("ok")
})
