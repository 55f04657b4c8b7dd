import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { z } from "zod"
import { choiceOfProvider } from "../mapping/methods/methods"
import { list } from "../mapping/words/rows"
import { findOne, type Query } from "./query"

const orderWithSessions = z.object({
  payment_collections: list(
    z.object({ payment_sessions: list(z.object({ provider_id: z.string(), status: z.string() })) }),
  ),
})

const PROMISED: ReadonlySet<string> = new Set([
  PaymentSessionStatus.AUTHORIZED,
  PaymentSessionStatus.CAPTURED,
  PaymentSessionStatus.PENDING_AUTHORIZATION,
])

/** Whether another payment provider has money for an order, or waits for some: its word counts. */
export async function isPromisedElsewhere(query: Query, id: string): Promise<boolean> {
  const order = await findOne(query, { entity: "order", schema: orderWithSessions, by: { id } })
  const sessions = order?.payment_collections.flatMap(({ payment_sessions }) => payment_sessions)
  return (sessions ?? []).some(
    ({ provider_id, status }) => choiceOfProvider(provider_id) === null && PROMISED.has(status),
  )
}
