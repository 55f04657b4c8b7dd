import { randomInt } from "node:crypto"
import { createServer } from "node:net"

/**
 * Below the ports that systems give to outgoing connections: one of those can be taken by any
 * connection in the seconds until a server listens on it.
 */
const FIRST = 15_000
const LAST = 32_000
const TRIES = 50

/**
 * A TCP port that nobody listens on just now.
 *
 * @throws Error when no free one is found
 */
export async function freePort(): Promise<number> {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const port = randomInt(FIRST, LAST)
    if (await isFree(port)) return port
  }
  throw new Error(`No free port was found between ${FIRST} and ${LAST}.`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once("error", () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
}
