import { until } from "../../support/until"
import { openSandbox, requestWith, type Driver } from "./support/driver"

let sandbox: Driver

beforeAll(async () => {
  sandbox = await openSandbox()
})

afterEach(() => sandbox.noFaults())
afterAll(() => sandbox.close())

const create = () => sandbox.api("/Smart/Transactions", { body: requestWith({}) })

async function count(): Promise<number> {
  const { body } = await sandbox.call("/sandbox/transactions")
  return JSON.stringify(body).split('"merchant_ref"').length - 1
}

it.each([
  { fault: "drop_before", created: 0 },
  { fault: "drop_after", created: 1 },
])("$fault: the connection breaks, transactions made: $created", async ({ fault, created }) => {
  const before = await count()
  await sandbox.fault({ method: "POST", path: "Smart/Transactions$", fault, times: 1 })
  await expect(create()).rejects.toThrow("fetch failed")
  expect(await count()).toBe(before + created)
  expect((await create()).status).toBe(200)
})

it("garbage: the work is done, the answer is no JSON", async () => {
  const before = await count()
  await sandbox.fault({ path: "Smart/Transactions", fault: "garbage" })
  await expect(create()).rejects.toThrow(SyntaxError)
  expect(await count()).toBe(before + 1)
})

it("status: answered as ordered, in the API's shape, without the work", async () => {
  const before = await count()
  await sandbox.fault({ path: ".", fault: "status", status: 503, code: 1001, times: 2 })
  const answers = [await create(), await create(), await create()]
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 200])
  expect(answers[0]?.body).toMatchObject({ status: "error", code: 1001 })
  expect(await count()).toBe(before + 1)
})

it("delay: the answer is late", async () => {
  await sandbox.fault({ path: "Smart/Transactions", fault: "delay", delay_ms: 120 })
  const started = Date.now()
  expect((await create()).status).toBe(200)
  expect(Date.now() - started).toBeGreaterThanOrEqual(118)
})

it("hold_before: the work is done once the fault is deleted", async () => {
  const before = await count()
  await sandbox.fault({ path: "Smart/Transactions", fault: "hold_before", times: 1 })
  const answer = create()
  await until("the request", async () => {
    const { body } = await sandbox.call("/sandbox/faults")
    return JSON.stringify(body).includes('"met":1') ? true : undefined
  })
  expect(await count()).toBe(before)
  await sandbox.noFaults()
  expect((await answer).status).toBe(200)
  expect(await count()).toBe(before + 1)
})

it("hold: the work is done, the answer waits until the fault is deleted", async () => {
  const before = await count()
  await sandbox.fault({ path: "Smart/Transactions", fault: "hold", times: 1 })
  let answered = false
  const answer = create().finally(() => {
    answered = true
  })
  await until("the work", async () => ((await count()) === before + 1 ? true : undefined))
  expect(answered).toBe(false)
  await sandbox.noFaults()
  expect((await answer).status).toBe(200)
})

it.each([
  ["another method", { method: "GET", path: "Smart/Transactions" }],
  ["another path", { path: "Payment" }],
  ["the control API", { path: "^/sandbox" }],
])("a fault for %s does not disturb a creation", async (_name, where) => {
  await sandbox.fault({ ...where, fault: "status" })
  expect((await create()).status).toBe(200)
})

it("the token request can be disturbed as well", async () => {
  await sandbox.fault({ path: "/oauth/token", fault: "status", status: 502 })
  await expect(sandbox.newToken()).rejects.toThrow()
})

it.each([
  ["a broken regular expression", { path: "(", fault: "status" }],
  ["an unknown fault", { path: ".", fault: "explode" }],
  ["no path", { fault: "status" }],
])("%s is refused", async (_name, body) => {
  expect((await sandbox.call("/sandbox/faults", { body })).status).toBe(400)
})

it("latency makes every answer late", async () => {
  await sandbox.settings({ latency_ms: 80 })
  const started = Date.now()
  await create()
  expect(Date.now() - started).toBeGreaterThanOrEqual(78)
  await sandbox.settings({ latency_ms: 0 })
})

it("faults are listed with what they have met", async () => {
  await sandbox.fault({ path: "Smart", fault: "delay", delay_ms: 1, times: 2 })
  await create()
  expect((await sandbox.call("/sandbox/faults")).body).toMatchObject({
    faults: [{ path: "Smart", fault: "delay", times: 2, met: 1 }],
  })
})
