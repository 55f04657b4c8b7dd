import http from "node:http"

/** One answer of the sandbox on its way to whoever asked. */
export interface Passing {
  method: string
  path: string
  /** What the request sent, parsed. */
  sent: unknown
  status: number
  json: unknown
}

/** What an odd host makes of an answer; nothing leaves it as it is. */
export type Twist = (
  passing: Passing,
) => { status?: number; json?: unknown; text?: string } | undefined

/** A host that is a sandbox, but for some of its answers. */
export async function startOddHost(sandboxUrl: string, twist: Twist) {
  const server = http.createServer((request, response) => {
    void pass(sandboxUrl, request, twist).then(({ status, text, type }) => {
      response.writeHead(status, { "Content-Type": type }).end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function pass(sandboxUrl: string, request: http.IncomingMessage, twist: Twist) {
  const { method = "GET", url: path = "/" } = request
  let sent = ""
  for await (const chunk of request) sent += String(chunk)
  const answer = await fetch(`${sandboxUrl}${path}`, {
    method,
    redirect: "manual",
    headers: handedOn(request.headers),
    body: sent === "" ? null : sent,
  })
  const { status } = answer
  const original = await answer.text()
  const odd = twist({ method, path, sent: parsed(sent), status, json: parsed(original) }) ?? {}
  const text = odd.json === undefined ? original : JSON.stringify(odd.json)
  const type = answer.headers.get("content-type") ?? "application/json"
  return { status, text, type, ...odd }
}

function handedOn(headers: http.IncomingHttpHeaders): Headers {
  const handed = new Headers()
  for (const name of ["authorization", "content-type"] as const) {
    const value = headers[name]
    if (value !== undefined) handed.set(name, value)
  }
  return handed
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
