import { z } from "zod"
import type { SessionOfCart } from "../mapping/decide/placed-on"
import { list } from "../mapping/words/rows"
import { findCollectionOfSession } from "./links"
import { findOne, type Query } from "./query"

const collection = z.object({
  payment_sessions: list(z.object({ id: z.string(), provider_id: z.string(), status: z.string() })),
  payments: list(z.object({ id: z.string() })),
})

/**
 * Null when it is gone: Medusa deletes it when another one is started. Asked for a session, Query gives of its
 * collection that session alone: so the collection is asked for by itself.
 */
export async function readSessionOfCart(query: Query, id: string): Promise<SessionOfCart | null> {
  const by = { id: await findCollectionOfSession(query, id) }
  const found = await findOne(query, { entity: "payment_collection", schema: collection, by })
  const session = found?.payment_sessions.find((one) => one.id === id)
  return found && session ? { status: session.status, payment_collection: found } : null
}
