import { createAccessTokens } from "../../../src/secuconnect/communication/access-tokens"
import { failureOf } from "./support/failure"
import {
  aSmartTransaction,
  aToken,
  CLIENT_ID,
  CLIENT_SECRET,
  clientFor,
  documented,
  startServer,
  stopServers,
  tokenNo,
} from "./support/server"
import type { Answer, Seen } from "./support/server"

afterEach(stopServers)

const bearer = (seen: Seen) => seen.headers.authorization
const tokenExpired: Answer = { status: 403, body: documented("error-token-expired.response") }
const unauthorized: Answer = { status: 401, json: { error: "invalid_token" } }

it("asks for a token with the client's credentials, then sends it as bearer", async () => {
  const server = await startServer()
  await clientFor(server).smartTransactions.read("STX_1")
  expect(server.tokenRequests.map(({ method, body }) => ({ method, body }))).toEqual([
    {
      method: "POST",
      body: {
        grant_type: "client_credentials",
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
      },
    },
  ])
  expect(server.calls.map(bearer)).toEqual([`Bearer ${tokenNo(1)}`])
})

it("takes the documented token reply", async () => {
  const server = await startServer({ token: () => ({ body: documented("oauth-token.response") }) })
  await clientFor(server).smartTransactions.read("STX_1")
  expect(server.calls.map(bearer)).toEqual(["Bearer qb56tjj1bcvo9n2nj4u38k84lo"])
})

it("with a warm token a call is exactly one request", async () => {
  const server = await startServer()
  const client = clientFor(server)
  await client.smartTransactions.read("STX_1")
  await client.smartTransactions.read("STX_1")
  await client.payments.addShippingInformation("PCI_1", { carrier: "DHL" }).catch(() => undefined)
  expect([server.tokenRequests.length, server.calls.length]).toEqual([1, 3])
})

/** Two hundred calls within one process take a second, and many on a busy machine. */
const AT_ONCE_MS = 60_000

it("200 callers of a cold client share one token request", async () => {
  const server = await startServer()
  const client = clientFor(server, AT_ONCE_MS)
  await Promise.all(Array.from({ length: 200 }, () => client.smartTransactions.read("STX_1")))
  expect([server.tokenRequests.length, server.calls.length]).toEqual([1, 200])
})

it("200 callers whose token is refused share one renewal", async () => {
  const server = await startServer({
    api: (seen) => (bearer(seen) === `Bearer ${tokenNo(1)}` ? unauthorized : aSmartTransaction()),
  })
  const client = clientFor(server, AT_ONCE_MS)
  await Promise.all(Array.from({ length: 200 }, () => client.smartTransactions.read("STX_1")))
  expect([server.tokenRequests.length, server.calls.length]).toEqual([2, 400])
})

it("a failed token request is not kept: the next call asks again", async () => {
  const server = await startServer({
    token: (_seen, nth) => (nth === 1 ? { status: 400, json: {} } : aToken(nth)),
  })
  const client = clientFor(server)
  await failureOf(client.smartTransactions.read("STX_1"))
  await expect(client.smartTransactions.read("STX_1")).resolves.toMatchObject({ id: "STX_1" })
})

describe("a token that the API refuses", () => {
  it.each([
    ["HTTP 401", unauthorized],
    ["HTTP 403 with code 2003", tokenExpired],
    ['HTTP 403 with code "2003"', { status: 403, json: { status: "error", code: "2003" } }],
  ])("%s: renewed once, the call repeated once, even a POST", async (_title, refusal) => {
    const server = await startServer({
      api: (_seen, nth) => (nth === 1 ? refusal : aSmartTransaction({ status: "ok" })),
    })
    const started = await clientFor(server).smartTransactions.start("STX_1")
    expect(started.status).toBe("ok")
    expect(server.calls.map(bearer)).toEqual([`Bearer ${tokenNo(1)}`, `Bearer ${tokenNo(2)}`])
    expect(server.tokenRequests).toHaveLength(2)
  })

  it.each([
    ["HTTP 401", unauthorized],
    ["HTTP 403 with code 2003", tokenExpired],
  ])("%s to a fresh token too: unauthorized, and no third try", async (_title, refusal) => {
    const server = await startServer({ api: () => refusal })
    const error = await failureOf(clientFor(server).smartTransactions.start("STX_1"))
    expect(error).toMatchObject({ kind: "unauthorized", retryable: false, outcomeUnknown: false })
    expect([server.tokenRequests.length, server.calls.length]).toEqual([2, 2])
  })

  const speaking: [string, object][] = [
    ["another code", { status: "error", code: 2004, error: "InvalidTokenException" }],
    ["no code", { status: "error", error_details: "Access token expired" }],
    ["a code in words", { status: "error", code: "TOKEN", error_user: "Das Token ist abgelaufen" }],
    ["the words of OAuth", { error: "invalid_token" }],
  ]

  it.each(speaking)("HTTP 403 with %s that speaks of it: a read is repeated", async (_t, json) => {
    const server = await startServer({
      api: (_seen, nth) => (nth === 1 ? { status: 403, json } : aSmartTransaction()),
    })
    await clientFor(server).smartTransactions.read("STX_1")
    expect(server.calls.map(bearer)).toEqual([`Bearer ${tokenNo(1)}`, `Bearer ${tokenNo(2)}`])
  })

  it.each(speaking)(
    "HTTP 403 with %s that speaks of it: what moves money is not repeated, the token is dropped",
    async (_title, json) => {
      const server = await startServer({
        api: (_seen, nth) => (nth === 1 ? { status: 403, json } : aSmartTransaction()),
      })
      const client = clientFor(server)
      const error = await failureOf(client.smartTransactions.start("STX_1"))
      expect(error).toMatchObject({ kind: "rejected", retryable: true, outcomeUnknown: false })
      expect(error.message).toContain("the token was dropped")
      expect(server.calls).toHaveLength(1)
      await client.smartTransactions.start("STX_1")
      expect(server.calls.map(bearer)).toEqual([`Bearer ${tokenNo(1)}`, `Bearer ${tokenNo(2)}`])
    },
  )

  it("a read whose every token is spoken of is given up after the second", async () => {
    const json = { error: "invalid_token" }
    const server = await startServer({ api: () => ({ status: 403, json }) })
    const error = await failureOf(clientFor(server).smartTransactions.read("STX_1"))
    expect(error).toMatchObject({ kind: "rejected", status: 403 })
    expect([server.tokenRequests.length, server.calls.length]).toEqual([2, 2])
  })

  it.each([
    ["another code", { status: 403, json: { status: "error", code: 2001 } }],
    ["no code", { status: 403, json: { status: "error" } }],
    ["an HTML page", { status: 403, body: "<html>2003</html>" }],
  ])("HTTP 403 with %s is a rejection: nothing is renewed", async (_title, refusal) => {
    const server = await startServer({ api: () => refusal })
    const error = await failureOf(clientFor(server).smartTransactions.start("STX_1"))
    expect(error).toMatchObject({ kind: "rejected", status: 403 })
    expect([server.tokenRequests.length, server.calls.length]).toEqual([1, 1])
  })
})

describe("a token's age", () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it.each([
    ["the documented 1200 s: used for 1170 s", 1200, 1170],
    ["a short 10 s: used for 9 s", 10, 9],
  ])("%s, then renewed while it still lives", async (_title, lifetimeS, usedS) => {
    let issued = 0
    const tokens = createAccessTokens(() => {
      issued += 1
      return Promise.resolve({ token: tokenNo(issued), lifetimeMs: lifetimeS * 1000 })
    })
    await tokens.get()
    jest.advanceTimersByTime(usedS * 1000 - 1)
    await expect(tokens.get()).resolves.toBe(tokenNo(1))
    jest.advanceTimersByTime(1)
    await expect(tokens.get()).resolves.toBe(tokenNo(2))
  })

  it("dropping a token that was replaced already does not cost a renewal", async () => {
    let issued = 0
    const tokens = createAccessTokens(() => {
      issued += 1
      return Promise.resolve({ token: tokenNo(issued), lifetimeMs: 60_000 })
    })
    const old = await tokens.get()
    tokens.drop(old)
    await tokens.get()
    tokens.drop(old)
    await expect(tokens.get()).resolves.toBe(tokenNo(2))
  })
})
