import { readFileSync } from "node:fs"
import http from "node:http"
import type { AddressInfo } from "node:net"
import path from "node:path"
import { createSecuconnectClient } from "../../../../src/secuconnect"
import type { SecuconnectClient } from "../../../../src/secuconnect"

export interface Seen {
  method: string
  path: string
  headers: http.IncomingHttpHeaders
  /** Parsed JSON, `undefined` where there was no body. */
  body: unknown
}

/** What a test's server does with a request. */
export type Answer =
  | { status?: number; json?: unknown; body?: string; headers?: Record<string, string> }
  /** The connection is reset after the request was read. */
  | "reset"
  /** Half of the promised body, then the connection ends. */
  | "truncate"
  /** No answer at all. */
  | "silence"

export interface Server {
  url: string
  /** Calls of the API, without those for a token. */
  calls: Seen[]
  /** Requests for a token. */
  tokenRequests: Seen[]
  close(): Promise<void>
}

export interface Behaviour {
  /** `nth` counts calls of the API from 1. */
  api?: (seen: Seen, nth: number) => Answer | Promise<Answer>
  token?: (seen: Seen, nth: number) => Answer | Promise<Answer>
  onConnection?: (remotePort: number | undefined) => void
}

export const CLIENT_ID = "client-id-of-the-shop"
export const CLIENT_SECRET = "s3cret-of-the-shop-0815"
export const tokenNo = (nth: number): string => `token-number-${nth}`

/** The raw text of a documented body. */
export const documented = (name: string): string =>
  readFileSync(path.join(__dirname, "../../../fixtures/secuconnect", `${name}.json`), "utf8")

export const aToken = (nth: number): Answer => ({
  json: { access_token: tokenNo(nth), expires_in: 1200, token_type: "bearer" },
})

export const aSmartTransaction = (fields: object = {}): Answer => ({
  json: { object: "smart.transactions", id: "STX_1", status: "created", ...fields },
})

const running = new Set<Server>()

/** A real HTTP server on a free port. */
export async function startServer(behaviour: Behaviour = {}): Promise<Server> {
  const calls: Seen[] = []
  const tokenRequests: Seen[] = []
  const answer = (seen: Seen): Answer | Promise<Answer> => {
    const isToken = seen.path === "/oauth/token"
    const nth = (isToken ? tokenRequests : calls).push(seen)
    if (isToken) return behaviour.token?.(seen, nth) ?? aToken(nth)
    return behaviour.api?.(seen, nth) ?? aSmartTransaction()
  }
  const listener = http.createServer((request, response) => {
    void read(request).then(async (seen) => reply(response, await answer(seen)))
  })
  listener.on("connection", (socket) => behaviour.onConnection?.(socket.remotePort))
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve))
  const server = {
    url: `http://127.0.0.1:${portOf(listener)}`,
    calls,
    tokenRequests,
    close: () => {
      running.delete(server)
      listener.closeAllConnections()
      return new Promise<void>((resolve) => listener.close(() => resolve()))
    },
  }
  running.add(server)
  return server
}

/** For `afterEach`. */
export async function stopServers(): Promise<void> {
  await Promise.all([...running].map((server) => server.close()))
}

export const clientFor = (server: { url: string }, timeoutMs = 5_000): SecuconnectClient =>
  createSecuconnectClient({
    environment: server.url,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    timeoutMs,
  })

export function portOf(listener: { address(): AddressInfo | string | null }): number {
  const address = listener.address()
  if (typeof address === "object" && address) return address.port
  throw new Error("the server is not listening")
}

async function read(request: http.IncomingMessage): Promise<Seen> {
  let text = ""
  for await (const chunk of request) text += String(chunk)
  const body: unknown = text ? JSON.parse(text) : undefined
  const { method = "", url = "", headers } = request
  return { method, path: url, headers, body }
}

function reply(response: http.ServerResponse, answer: Answer): void {
  if (answer === "silence") return
  if (answer === "reset") {
    response.socket?.resetAndDestroy()
    return
  }
  if (answer === "truncate") {
    response.writeHead(200, { "Content-Length": "1000" }).write('{"id":', () => {
      response.socket?.destroy()
    })
    return
  }
  const { status = 200, json, body = JSON.stringify(json), headers } = answer
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(body)
}
