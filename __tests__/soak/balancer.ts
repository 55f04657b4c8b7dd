import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http"

import { freePort } from "../support/free-port"

export interface Balancer {
  url: string
  /** How many requests each server got, in their order. */
  readonly served: readonly number[]
  /** Tells where the servers are: they are started when its own address is known. */
  sendTo(ports: readonly number[]): void
  close(): Promise<void>
}

/** One address for several servers: every request goes to one of them, at random. */
export async function startBalancer(random: (limit: number) => number): Promise<Balancer> {
  const port = await freePort()
  let targets: readonly number[] = []
  const served: number[] = []
  const server = createServer((incoming, outgoing) => {
    const nth = random(targets.length)
    served[nth] = (served[nth] ?? 0) + 1
    forward(targets[nth] ?? 0, incoming, outgoing)
  })
  await new Promise<void>((resolve) => server.listen(port, resolve))
  return {
    url: `http://localhost:${port}`,
    served,
    sendTo(ports) {
      targets = ports
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function forward(port: number, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url, headers } = incoming
  const onward = request({ host: "localhost", port, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.once("error", () => {
    if (!outgoing.headersSent) outgoing.writeHead(502)
    outgoing.end()
  })
  incoming.pipe(onward)
}
