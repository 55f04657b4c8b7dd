import { spawn } from "node:child_process"
import { extname, join } from "node:path"
import { findOrdersOfCarts } from "../medusa/read-order"
import type { Query } from "../medusa/query"
import type { CheckoutRow } from "../modules/secuconnect/types"

/** Where the second server finds the sandbox. */
export interface CrashPlan {
  query: Query
  environment: string
  clientSecret: string
  contractId: string
}

const SCRIPT = join(__dirname, `dying-server${extname(__filename)}`)
/** To start, on a busy machine. */
const START_MS = 180_000
const LOOK_MS = 10

/**
 * Starts the shop a second time, lets it sync a checkout, and kills it as soon as the order is there:
 * whatever comes after that is left undone.
 */
export function crashServers(plan: CrashPlan): (checkout: CheckoutRow) => Promise<void> {
  return async ({ id, cart_id }) => {
    const { environment, clientSecret, contractId, query } = plan
    const words = ["exec", SCRIPT, environment, clientSecret, contractId, id]
    const server = spawn(process.execPath, [process.argv[1] ?? "", ...words], { stdio: "ignore" })
    const ended = new Promise<void>((resolve) => {
      server.once("exit", () => resolve()).once("error", () => resolve())
    })
    const deadline = Date.now() + START_MS
    while (server.exitCode === null && Date.now() < deadline) {
      if ((await findOrdersOfCarts(query, [cart_id])).length > 0) break
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
    server.kill("SIGKILL")
    await ended
  }
}
