import { z } from "zod"
import { list, text } from "../mapping/words/rows"
import { findOne, type Query } from "./query"

const change = z.object({ order_id: z.string() })

/** What Query calls a return, an exchange and a claim. */
export type ChangeEntity = "return" | "order_exchange" | "order_claim"

/** The order that a return, an exchange or a claim belongs to; null where there is no such thing. */
export async function findOrderOfChange(
  query: Query,
  entity: ChangeEntity,
  id: string,
): Promise<string | null> {
  return (await findOne(query, { entity, schema: change, by: { id } }))?.order_id ?? null
}

const orderWithProviders = z.object({
  payment_collections: list(z.object({ payments: list(z.object({ provider_id: text })) })),
})

/** Ids of the payment providers that an order is paid with. */
export async function readProvidersOf(query: Query, id: string): Promise<string[]> {
  const wanted = { entity: "order", schema: orderWithProviders, by: { id } }
  const collections = (await findOne(query, wanted))?.payment_collections ?? []
  return collections.flatMap(({ payments }) => {
    return payments.flatMap(({ provider_id }) => provider_id ?? [])
  })
}
