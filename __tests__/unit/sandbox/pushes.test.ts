import { createServer, type IncomingMessage } from "node:http"

import { oddPushNames } from "../../../sandbox/src/odd/pushes"
import { portOf } from "../secuconnect/support/server"
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

it("the truth is there at once when the delay is taken away", async () => {
  await open([], { truthDelayMs: 3_600_000 })
  const stx = await pay("creditcard")
  expect(await sandbox.read(stx)).toMatchObject({ status: "created" })
  await sandbox.call("/sandbox/settings", { body: { truth_delay_ms: 0 } })
  expect(await sandbox.read(stx)).toMatchObject({ status: "ok" })
  await shop.got(1)
})

it("a cancellation does not overtake the truth", async () => {
  await open([], { truthDelayMs: 5_000 })
  const stx = await pay("creditcard")
  const answer = await sandbox.post(`/Smart/Transactions/${stx}/cancel`)
  expect(answer).toMatchObject({ status: 400, body: { code: 4028 } })
  expect((await sandbox.read(stx)).status).toBe("ok")
})

describe("a push that cannot be read", () => {
  /** A shop that takes anything, and writes down how it came. */
  async function takingAll() {
    const got: string[] = []
    const listener = createServer((request, response) => {
      void lengthOf(request).then((length) => {
        const type = request.headers["content-type"] ?? "no type"
        got.push(`${String(request.method)} ${type} ${length > 100_000 ? "large" : length}`)
        response.end()
      })
    })
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve))
    await open()
    const url_push = `http://127.0.0.1:${portOf(listener)}/push`
    let paid = ""
    const push = async () => {
      const before = got.length
      paid = await pay("creditcard", { "application_context.return_urls.url_push": url_push })
      await until("the push", () => Promise.resolve(got.length > before || undefined), 10_000)
      return got.at(-1) ?? ""
    }
    const close = () => {
      listener.closeAllConnections()
      return new Promise((resolve) => listener.close(resolve))
    }
    return { push, stx: () => paid, got, close }
  }

  async function lengthOf(request: IncomingMessage): Promise<number> {
    let length = 0
    for await (const chunk of request) length += Buffer.byteLength(String(chunk))
    return length
  }

  const FORMS = {
    push_unknown_charset: /^POST application\/json; charset=x-unknown \d+$/,
    push_broken_json: /^POST application\/json \d+$/,
    push_too_large: /^POST application\/json large$/,
    push_as_form: /^POST application\/x-www-form-urlencoded \d+$/,
    push_empty: /^POST application\/json 0$/,
    push_as_get: /^GET no type 0$/,
  }

  it.each(oddPushNames)("comes as %s where that is set", async (name) => {
    const { push, close } = await takingAll()
    const plain = await push()
    await sandbox.settings({ odd_push: name })
    const odd = await push()
    await close()
    expect(odd).toMatch(FORMS[name])
    expect(odd).not.toBe(plain)
  })

  it("is thrown for among the noise, and told as often as is set", async () => {
    const { push, stx, close, got } = await takingAll()
    await push()
    await sandbox.settings({ odd_noise: { seed: 7, share: 0.5 } })
    await sandbox.call(`/sandbox/transactions/${stx()}/push`, { body: { times: 24 } })
    await close()
    const came = got.slice(1)
    const plain = came.filter((one) => FORMS.push_broken_json.test(one))
    expect(came).toHaveLength(24)
    expect(plain.length).toBeGreaterThan(4)
    expect(new Set(came.map((one) => one.replace(/\d+$/, ""))).size).toBeGreaterThan(3)
  })
})
