import { openSandbox, requestWith, type Driver } from "./support/driver"

let sandbox: Driver

beforeAll(async () => {
  sandbox = await openSandbox()
})

afterAll(() => sandbox.close())

const expectAny = (type: typeof Number | typeof String): unknown => expect.any(type)

beforeEach(() => sandbox.call("/sandbox/requests", { method: "DELETE" }))

it("a creation is kept with its complete body", async () => {
  const body = requestWith({})
  await sandbox.create(body)
  expect(await sandbox.requests()).toEqual([
    {
      id: expectAny(Number),
      at: expectAny(String),
      fault: null,
      odd: [],
      method: "POST",
      path: "/api/v2/Smart/Transactions",
      status: 200,
      body,
      milliseconds: expectAny(Number),
    },
  ])
})

it("secrets and tokens are not kept", async () => {
  const token = await sandbox.newToken()
  const [entry] = await sandbox.requests()
  expect(entry).toMatchObject({ path: "/oauth/token", body: { client_secret: "[removed]" } })
  expect(JSON.stringify(await sandbox.requests())).not.toContain(token)
})

it("refusals, dropped answers and reads are kept as well", async () => {
  await sandbox.api("/Smart/Transactions", { body: {} })
  await sandbox.fault({ path: "STX_A", fault: "drop_before" })
  await sandbox.api("/Smart/Transactions/STX_A").catch(() => undefined)
  await sandbox.noFaults()
  await sandbox.api("/Smart/Transactions/STX_B?expand=contract", { token: null })
  const entries = await sandbox.requests()
  expect(entries.map(({ method, path, status }) => [method, path, status])).toEqual([
    ["POST", "/api/v2/Smart/Transactions", 400],
    ["GET", "/api/v2/Smart/Transactions/STX_A", null],
    ["GET", "/api/v2/Smart/Transactions/STX_B", 403],
  ])
  expect(entries.map(({ body }) => body)).toEqual([{}, null, null])
})

it("a read takes the sandbox less than two milliseconds", async () => {
  const { id } = await sandbox.create()
  for (let i = 0; i < 200; i += 1) await sandbox.read(id)
  const times = (await sandbox.requests()).map(({ milliseconds }) => Number(milliseconds))
  times.sort((a, b) => a - b)
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(2)
})
