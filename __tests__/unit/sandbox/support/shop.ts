import { createServer } from "node:http"
import { once } from "node:events"
import { until } from "../../../support/until"

export interface ReceivedPush {
  body: unknown
  at: number
}

/** A shop that takes pushes: answers them as told and remembers them. */
export async function openShop(answers: number[] = []) {
  const pushes: ReceivedPush[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString())
      pushes.push({ body, at: Date.now() })
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  return {
    pushUrl: `http://127.0.0.1:${port}/push`,
    pushes,
    /** Waits until just that many have come. */
    got: (count: number) =>
      until(`${count} pushes`, () => (pushes.length === count ? true : undefined)),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
