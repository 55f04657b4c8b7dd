import { createServer } from "node:http"
import { once } from "node:events"

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
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** Waits until `condition` holds, at most two seconds. */
export async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 2_000
  while (!condition()) {
    if (Date.now() > end) throw new Error("It did not happen within two seconds.")
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
