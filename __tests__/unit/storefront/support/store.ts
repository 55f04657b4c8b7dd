import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http"
import { text } from "node:stream/consumers"

import { portOf } from "../../secuconnect/support/server"

export interface Seen {
  /** `POST /store/carts/cart_1/complete?x=y` */
  line: string
  body: unknown
  headers: IncomingHttpHeaders
}

export type Answer =
  /** Sent as JSON; a string is sent as it is. */
  { status?: number; body: unknown } | "silence"

/** A store that answers each request, named by method and path, as the test says. */
export async function fakeStore(answers: Record<string, Answer | (() => Answer)>) {
  const seen: Seen[] = []
  const answerTo = (line: string): Answer => {
    const answer = answers[line.replace(/\?.*$/, "")] ?? { status: 404, body: {} }
    return typeof answer === "function" ? answer() : answer
  }
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const line = [request.method, request.url].join(" ")
      seen.push({ line, body: body ? JSON.parse(body) : undefined, headers: request.headers })
      send(response, answerTo(line))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    seen,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer === "silence") return
  response.writeHead(answer.status ?? 200, { "content-type": "application/json" })
  response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body))
}
