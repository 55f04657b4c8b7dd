import net from "node:net"
import { createSecuconnectClient } from "../../../src/secuconnect"
import { failureOf } from "./support/failure"
import { aRequest } from "./support/request"
import { aSmartTransaction, aToken, CLIENT_ID, CLIENT_SECRET } from "./support/server"
import { clientFor, portOf, startServer, stopServers } from "./support/server"
import type { Answer } from "./support/server"

afterEach(stopServers)

const after = (ms: number, answer: Answer): Promise<Answer> =>
  new Promise((resolve) => setTimeout(resolve, ms, answer))

const timed = async <Result>(work: Promise<Result>) => {
  const startedAt = performance.now()
  const result = await work
  return { result, ms: performance.now() - startedAt }
}

/** Answers the first call, after which the token is there, and the others with `answer`. */
const warmServer = async (answer: Answer, timeoutMs?: number) => {
  let now = aSmartTransaction()
  const server = await startServer({ api: () => now })
  const { smartTransactions } = clientFor(server, timeoutMs)
  await smartTransactions.read("STX_1")
  server.calls.length = 0
  now = answer
  return { server, smartTransactions }
}

// The times are long, so that a busy machine has room: between what has to happen before the
// deadline and the deadline itself, and ten times as long as a call takes when it ends with it.
describe("the time for a call is over", () => {
  it.each([
    ["a POST that arrived: outcome unknown", true],
    ["a GET that arrived: nothing can have changed", false],
  ])("%s", async (title, outcomeUnknown) => {
    const { server, smartTransactions } = await warmServer("silence", 1_500)
    const call = title.includes("POST")
      ? smartTransactions.create(aRequest())
      : smartTransactions.read("STX_1")
    const { result, ms } = await timed(failureOf(call))
    expect(result).toMatchObject({ kind: "timeout", retryable: true, outcomeUnknown })
    expect(result.message).toContain("no answer within 1500 ms")
    expect(ms).toBeLessThan(15_000)
    expect(server.calls).toHaveLength(1)
  })

  it("while waiting for a token: nothing was sent, so the outcome is known", async () => {
    const server = await startServer({ token: () => "silence" })
    const error = await failureOf(clientFor(server, 200).smartTransactions.create(aRequest()))
    expect(error).toMatchObject({ kind: "timeout", outcomeUnknown: false })
    expect(server.calls).toHaveLength(0)
  })

  it("in the TLS handshake: nothing was sent, so the outcome is known", async () => {
    const mute = net.createServer()
    const sockets: net.Socket[] = []
    mute.on("connection", (socket) => sockets.push(socket.resume()))
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve))
    const client = clientFor({ url: `https://127.0.0.1:${portOf(mute)}` }, 200)
    const error = await failureOf(client.smartTransactions.create(aRequest()))
    expect(error).toMatchObject({ kind: "timeout", outcomeUnknown: false })
    for (const socket of sockets) socket.destroy()
    mute.close()
  })

  it("token and call together do not get more than one deadline", async () => {
    const server = await startServer({
      token: (_seen, nth) => after(1_200, aToken(nth)),
      api: () => after(1_200, {}),
    })
    const call = clientFor(server, 2_000).smartTransactions.start("STX_1")
    const { result, ms } = await timed(failureOf(call))
    expect(result).toMatchObject({ kind: "timeout", outcomeUnknown: true })
    expect(ms).toBeLessThan(20_000)
  })

  it("repetitions end with the deadline, and with the last real reason", async () => {
    const server = await startServer({ api: () => ({ status: 503 }) })
    const { result, ms } = await timed(
      failureOf(clientFor(server, 1_300).smartTransactions.read("STX_1")),
    )
    expect(result).toMatchObject({ kind: "rejected", status: 503 })
    expect(ms).toBeLessThan(13_000)
    expect(server.calls.length).toBeLessThan(4)
  })

  it("a caller that gives up does not take the shared token request with it", async () => {
    const server = await startServer({ token: (_seen, nth) => after(4_000, aToken(nth)) })
    const { smartTransactions } = clientFor(server, 20_000)
    const signal = AbortSignal.timeout(50)
    const hasty = timed(failureOf(smartTransactions.read("STX_1", { signal })))
    const patient = smartTransactions.read("STX_1")
    const { result, ms } = await hasty
    expect(result).toMatchObject({ kind: "timeout", operation: "GET /Smart/Transactions/{id}" })
    expect(ms).toBeLessThan(3_500)
    await expect(patient).resolves.toBeDefined()
    expect(server.tokenRequests).toHaveLength(1)
  })
})

describe("the caller's signal", () => {
  it.each<[string, Answer]>([
    ["while it waits for the answer", "silence"],
    ["while it waits to repeat the request", { status: 503, headers: { "Retry-After": "50" } }],
  ])("ends a call %s", async (_title, answer) => {
    const { server, smartTransactions } = await warmServer(answer, 60_000)
    const signal = AbortSignal.timeout(1_000)
    const { result, ms } = await timed(failureOf(smartTransactions.read("STX_1", { signal })))
    expect(result).toMatchObject({ kind: "timeout", retryable: true })
    expect(result.message).toContain("the caller aborted it")
    expect(ms).toBeLessThan(10_000)
    expect(server.calls).toHaveLength(1)
  })

  it("that is over already lets nothing out, with a cold and with a warm token", async () => {
    const server = await startServer()
    const { smartTransactions } = clientFor(server)
    await smartTransactions.read("STX_1")
    const signal = AbortSignal.abort()
    const error = await failureOf(smartTransactions.create(aRequest(), { signal }))
    expect(error).toMatchObject({ kind: "timeout", outcomeUnknown: false })
    expect(server.calls).toHaveLength(1)
  })
})

it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("timeoutMs %d is refused", (timeoutMs) => {
  expect(() =>
    createSecuconnectClient({
      environment: "testing",
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      timeoutMs,
    }),
  ).toThrow("timeoutMs must be between")
})
