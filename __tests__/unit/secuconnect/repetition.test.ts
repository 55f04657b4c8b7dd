import { failureOf } from "./support/failure"
import { aRequest } from "./support/request"
import { aSmartTransaction, aToken, clientFor, startServer, stopServers } from "./support/server"
import type { Answer } from "./support/server"

afterEach(stopServers)

const failures: [string, Answer][] = [
  ["HTTP 408", { status: 408 }],
  ["HTTP 429", { status: 429 }],
  ["HTTP 500", { status: 500, json: { status: "error" } }],
  ["HTTP 503", { status: 503, body: "<html>" }],
  ["a reset connection", "reset"],
  ["a reply that breaks off", "truncate"],
]

describe.each(failures)("after %s", (_title, failure) => {
  const failsFirst = () =>
    startServer({ api: (_seen, nth) => (nth === 1 ? failure : aSmartTransaction()) })

  it("a GET is repeated, after a pause", async () => {
    const server = await failsFirst()
    const startedAt = performance.now()
    await expect(clientFor(server).smartTransactions.read("STX_1")).resolves.toBeDefined()
    expect(server.calls).toHaveLength(2)
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(190)
  })

  it("the token request is repeated", async () => {
    const server = await startServer({
      token: (_seen, nth) => (nth === 1 ? failure : aToken(nth)),
    })
    await expect(clientFor(server).smartTransactions.start("STX_1")).resolves.toBeDefined()
    expect([server.tokenRequests.length, server.calls.length]).toEqual([2, 1])
  })

  it.each([
    [
      "create",
      (client: ReturnType<typeof clientFor>) => client.smartTransactions.create(aRequest()),
    ],
    ["start", (client: ReturnType<typeof clientFor>) => client.smartTransactions.start("STX_1")],
    ["refund", (client: ReturnType<typeof clientFor>) => client.payments.cancel("PCI_1", {})],
    ["capture", (client: ReturnType<typeof clientFor>) => client.payments.capture("PCI_1", {})],
    [
      "shipping information",
      (client: ReturnType<typeof clientFor>) => client.payments.addShippingInformation("PCI_1", {}),
    ],
  ])("a %s is sent once", async (_call, send) => {
    const server = await failsFirst()
    await failureOf(send(clientFor(server)))
    expect(server.calls).toHaveLength(1)
  })
})

it("a GET is repeated three times, each after a longer pause, then fails with the last answer", async () => {
  const arrivals: number[] = []
  const server = await startServer({
    api: () => {
      arrivals.push(performance.now())
      return { status: 503, json: { status: "error", code: 1008 } }
    },
  })
  const error = await failureOf(clientFor(server).payments.checkStatus("PCI_1"))
  expect(error).toMatchObject({ kind: "rejected", status: 503, code: 1008, retryable: true })
  const pauses = arrivals.slice(1).map((arrival, index) => arrival - (arrivals[index] ?? 0))
  expect(pauses).toHaveLength(3)
  expect([...pauses].sort((a, b) => a - b)).toEqual(pauses)
  for (const [index, least] of [200, 400, 800].entries()) {
    expect(pauses[index]).toBeGreaterThanOrEqual(least - 10)
  }
})

it("Retry-After is waited for", async () => {
  const server = await startServer({
    api: (_seen, nth) =>
      nth === 1 ? { status: 429, headers: { "Retry-After": "1" } } : aSmartTransaction(),
  })
  const startedAt = performance.now()
  await clientFor(server).smartTransactions.read("STX_1")
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990)
})

it("a Retry-After beyond the deadline fails at once, with the real reason", async () => {
  const server = await startServer({
    api: () => ({ status: 429, headers: { "Retry-After": "60" } }),
  })
  const startedAt = performance.now()
  const error = await failureOf(clientFor(server).smartTransactions.read("STX_1"))
  expect(error).toMatchObject({ kind: "rejected", status: 429, retryable: true })
  expect(performance.now() - startedAt).toBeLessThan(4_000)
  expect(server.calls).toHaveLength(1)
})

it.each([400, 404, 409, 422])("HTTP %i to a GET is final", async (status) => {
  const server = await startServer({ api: () => ({ status, json: { status: "error" } }) })
  const error = await failureOf(clientFor(server).smartTransactions.read("STX_1"))
  expect(error).toMatchObject({ kind: "rejected", status, retryable: false })
  expect(server.calls).toHaveLength(1)
})

it.each([
  ["not JSON", "garbage"],
  ["absurdly large", "x".repeat(11 * 1024 * 1024)],
])("a reply to a GET that is %s is final", async (_title, body) => {
  const server = await startServer({ api: () => ({ body }) })
  const error = await failureOf(clientFor(server).smartTransactions.read("STX_1"))
  expect(error).toMatchObject({ kind: "unreadable", retryable: false })
  expect(server.calls).toHaveLength(1)
})
