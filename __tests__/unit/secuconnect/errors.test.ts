import net from "node:net"
import { inspect } from "node:util"
import type { SecuconnectClient } from "../../../src/secuconnect"
import {
  SecuconnectError,
  SecuconnectRejectedError,
  SecuconnectTimeoutError,
  SecuconnectUnauthorizedError,
  SecuconnectUnreachableError,
  SecuconnectUnreadableError,
} from "../../../src/secuconnect"
import { failureOf } from "./support/failure"
import { aRequest } from "./support/request"
import { CLIENT_SECRET, clientFor, documented, startServer, stopServers } from "./support/server"
import type { Answer, Behaviour, Seen } from "./support/server"
import { portOf, tokenNo } from "./support/server"

afterEach(stopServers)

const create = ({ smartTransactions }: SecuconnectClient) => smartTransactions.create(aRequest())
const read = ({ smartTransactions }: SecuconnectClient) => smartTransactions.read("STX_1")

const failing = async (behaviour: Behaviour, call = create, timeoutMs = 5_000) =>
  failureOf(call(clientFor(await startServer(behaviour), timeoutMs)))

interface Expected {
  kind: SecuconnectError["kind"]
  retryable: boolean
  outcomeUnknown: boolean
}
const as = (kind: Expected["kind"], retryable: boolean, outcomeUnknown: boolean): Expected => ({
  kind,
  retryable,
  outcomeUnknown,
})

const html: Answer = { body: "<html>Bad gateway</html>", headers: { "Content-Type": "text/html" } }

describe("a POST that was answered with", () => {
  it.each<[string, Answer, Expected]>([
    ["HTTP 400", { status: 400, json: { status: "error" } }, as("rejected", false, false)],
    ["HTTP 404 in HTML", { ...html, status: 404 }, as("rejected", false, false)],
    ["HTTP 429", { status: 429 }, as("rejected", true, false)],
    ["HTTP 500", { status: 500, json: { status: "error" } }, as("rejected", true, true)],
    ["HTTP 502 in HTML", { ...html, status: 502 }, as("rejected", true, true)],
    ["HTTP 200 and an error", { json: { status: "error", code: 1 } }, as("rejected", false, false)],
    ["HTTP 200 and HTML", html, as("unreadable", false, true)],
    ["HTTP 200 and no body", { body: "" }, as("unreadable", false, true)],
    ["HTTP 200 and half a JSON", { body: '{"id":"STX_' }, as("unreadable", false, true)],
    ["HTTP 200 and a bare word", { json: "ok" }, as("unreadable", false, true)],
    ["HTTP 200 and no id", { json: { status: "created" } }, as("unreadable", false, true)],
    ["a redirect", { status: 302, headers: { Location: "/" } }, as("unreadable", false, true)],
    ["HTTP 401", { status: 401 }, as("unauthorized", false, false)],
    ["HTTP 407 by a proxy", { status: 407 }, as("unreachable", false, false)],
    ["a reset", "reset", as("unreachable", true, true)],
    ["half a reply", "truncate", as("unreachable", true, true)],
    ["silence", "silence", as("timeout", true, true)],
  ])("%s", async (_title, answer, expected) => {
    const error = await failing({ api: () => answer }, create, 500)
    expect(error).toMatchObject(expected)
    expect(error.operation).toBe("POST /Smart/Transactions")
    expect(error.message).toContain("POST /Smart/Transactions: ")
  })
})

describe("a GET leaves no unknown outcome", () => {
  it.each<[string, Answer, Expected]>([
    ["HTTP 500", { status: 500 }, as("rejected", true, false)],
    ["HTTP 200 and HTML", html, as("unreadable", false, false)],
    ["a reset", "reset", as("unreachable", true, false)],
  ])("%s", async (_title, answer, expected) => {
    const error = await failing({ api: () => answer }, read)
    expect(error).toMatchObject({ ...expected, operation: "GET /Smart/Transactions/{id}" })
  })
})

describe("a call without a token was never sent", () => {
  const invalidClient = documented("oauth-token.invalid-client.response")
  it.each<[string, Answer, Expected]>([
    ["invalid_client", { status: 400, body: invalidClient }, as("unauthorized", false, false)],
    ["HTTP 401", { status: 401, body: "" }, as("unauthorized", false, false)],
    ["HTTP 403 in HTML", { ...html, status: 403 }, as("unauthorized", false, false)],
    ["HTTP 404", { status: 404 }, as("rejected", false, false)],
    ["HTTP 500", { status: 500 }, as("rejected", true, false)],
    ["HTML", html, as("unreadable", false, false)],
    ["no access_token", { json: { expires_in: 1200 } }, as("unreadable", false, false)],
    ["a redirect", { status: 301, headers: { Location: "/" } }, as("unreadable", false, false)],
    ["a reset", "reset", as("unreachable", true, false)],
  ])("%s", async (_title, answer, expected) => {
    const server = await startServer({ token: () => answer })
    const error = await failureOf(create(clientFor(server)))
    expect(error).toMatchObject({ ...expected, operation: "POST /oauth/token" })
    expect(server.calls).toHaveLength(0)
  })

  it("wrong credentials: the message says what to check", async () => {
    const error = await failing({ token: () => ({ status: 400, body: invalidClient }) })
    expect(error.message).toContain("HTTP 400, invalid_client")
    expect(error.message).toContain("check clientId and clientSecret")
  })
})

it("nobody listens: unreachable, nothing sent", async () => {
  const closed = net.createServer()
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${portOf(closed)}`
  await new Promise((resolve) => closed.close(resolve))
  const error = await failureOf(create(clientFor({ url })))
  expect(error).toMatchObject(as("unreachable", true, false))
  expect(error.message).toContain("no connection (ECONNREFUSED)")
})

it("the server vanishes between token and POST: unreachable, nothing sent", async () => {
  const server = await startServer()
  const client = clientFor(server)
  await read(client)
  await server.close()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await failureOf(create(client))).toMatchObject(as("unreachable", true, false))
})

it.each([
  [SecuconnectRejectedError, { status: 400 }, "rejected"],
  [SecuconnectUnauthorizedError, { status: 401 }, "unauthorized"],
  [SecuconnectUnreachableError, "reset", "unreachable"],
  [SecuconnectTimeoutError, "silence", "timeout"],
  [SecuconnectUnreadableError, { body: "" }, "unreadable"],
] as const)("%p", async (errorClass, answer, kind) => {
  const error = await failing({ api: () => answer }, create, 2_000)
  expect(error).toBeInstanceOf(errorClass)
  expect(error).toBeInstanceOf(SecuconnectError)
  expect(error).toMatchObject({ kind, name: errorClass.name })
})

describe("a rejection", () => {
  it("tells what the vendor says", async () => {
    const body = {
      status: "error",
      error: "ProductInternalException",
      error_details: "basket_info.sum differs from basket",
      error_user: "Es ist ein unbekannter Fehler aufgetreten",
      code: "1010",
      supportId: "f8e0173c15b92750819a91ac8d5cc878",
    }
    const error = await failing({ api: () => ({ status: 400, json: body }) })
    expect(error).toMatchObject({
      status: 400,
      code: 1010,
      error: body.error,
      error_details: body.error_details,
      error_user: body.error_user,
      support_id: body.supportId,
    })
    expect(error.message).toBe(
      "POST /Smart/Transactions: rejected: HTTP 400, code 1010, ProductInternalException, basket_info.sum differs from basket, support id f8e0173c15b92750819a91ac8d5cc878",
    )
  })

  it.each([
    ["nothing at all", { body: "" }],
    ["HTML", html],
    ["nulls", { json: { status: "error", error: null, code: null, supportId: null } }],
    ["other types", { json: { status: "error", error: {}, code: "x", error_user: [1] } }],
    ["a list", { json: [] }],
  ])("may say %s", async (_title, answer: object) => {
    const error = await failing({ api: () => ({ ...answer, status: 400 }) })
    expect(error.message).toBe("POST /Smart/Transactions: rejected: HTTP 400")
    expect(error).toMatchObject({ status: 400, code: undefined, support_id: undefined })
  })
})

describe("a reply that does not fit", () => {
  it("is told by place, not by content", async () => {
    const json = { id: "STX_1", basket_info: { sum: "Friederike", currency: "Möller" } }
    const error = await failing({ api: () => ({ json }) })
    expect(error.message).toContain(
      "the reply does not fit at basket_info.sum, basket_info.currency",
    )
    expect(inspect(error)).not.toMatch(/Friederike|Möller/)
  })

  it("and is not JSON is told by type and size", async () => {
    const error = await failing({ api: () => html })
    expect(error.message).toContain("the reply (text/html, 24 characters) is not JSON")
    expect(inspect(error)).not.toContain("Bad gateway")
  })

  it("and is absurdly large is not read to its end", async () => {
    const error = await failing({ api: () => ({ body: "x".repeat(11 * 1024 * 1024) }) })
    expect(error).toMatchObject(as("unreadable", false, true))
    expect(error.message).toContain("larger than 10 MiB")
  })
})

const errorSaying = (text: string, status = 200): Answer => ({
  status,
  json: {
    status: "error",
    error: text,
    error_details: text,
    error_user: text,
    code: 1000,
    supportId: text,
  },
})

describe("no secret and no buyer in an error", () => {
  const buyer = [
    "Friederike MÖLLER-ÖZTÜRK f.moeller@example.org +49 555 5555555 +495555555555 1965-12-31",
    "Karl-Marx-Str. (Hof), 09123 Musterstadt, Ottokar Nachbar, Lieferweg, 09999 Neudorf",
    "somebody.else@example.org DE89 3704 0044 0532 0130 00 DE81850400611005523759",
  ].join(" | ")
  const words =
    /friederike|öztürk|moeller|5555|1965|marx|hof\)|09123|musterstadt|ottokar|nachbar|lieferweg|09999|neudorf|example\.org|3704|8504/i

  /** Everything that a careless server could quote from the request it got. */
  const echo = ({ headers, body }: Seen) =>
    `${buyer} | ${headers.authorization} | ${JSON.stringify(body)}`

  const answers: [string, Behaviour][] = [
    ["a rejection", { api: (seen) => errorSaying(echo(seen), 400) }],
    ["an internal error", { api: (seen) => errorSaying(echo(seen), 500) }],
    ["a refused token", { api: (seen) => errorSaying(echo(seen), 401) }],
    ["an error that came as HTTP 200", { api: (seen) => errorSaying(echo(seen)) }],
    ["garbage", { api: (seen) => ({ body: echo(seen) }) }],
    ["a reply that does not fit", { api: (seen) => ({ json: { id: [echo(seen)] } }) }],
    ["a reset", { api: () => "reset" }],
    ["silence", { api: () => "silence" }],
  ]
  const tokenAnswers: [string, Behaviour][] = [
    ["a failed token request", { token: (seen) => errorSaying(echo(seen), 404) }],
    ["refused credentials", { token: (seen) => errorSaying(echo(seen), 400) }],
    ["a garbled token reply", { token: (seen) => ({ body: echo(seen) }) }],
    ["a token reply that does not fit", { token: (seen) => ({ json: { a: echo(seen) } }) }],
    ["a token request without an answer", { token: () => "silence" }],
  ]

  const told = async (behaviour: Behaviour) => {
    const error = await failing(behaviour, create, 500)
    expect(error).not.toHaveProperty("cause")
    expect(error).not.toHaveProperty("config")
    return [JSON.stringify(error), inspect(error, { depth: 20, showHidden: true }), error.stack]
  }

  it.each(answers)("after %s", async (_title, behaviour) => {
    for (const text of await told(behaviour)) {
      expect(text).not.toMatch(words)
      expect(text).not.toContain(tokenNo(1).slice(0, -1))
    }
  })

  it.each(tokenAnswers)("after %s", async (_title, behaviour) => {
    for (const text of await told(behaviour)) expect(text).not.toContain(CLIENT_SECRET)
  })
})
