import { z } from "zod"
import { list, text } from "../mapping/words/rows"
import { findOne, type Query } from "./query"

const row = z.object({ id: z.string() })

const orderWithEntries = z.object({
  transactions: list(z.object({ reference_id: text })),
  payment_collections: list(
    z.object({ payments: list(row.extend({ captures: list(row), refunds: list(row) })) }),
  ),
})

/**
 * Ids of the captures and refunds of an order's payments that it has no transaction for: they are
 * being made, or their server died. What the core gives back with a cancelled order stands under the
 * payment's id.
 *
 * @param payment_id of one payment only, unless null
 */
export async function readUnbooked(
  query: Query,
  { order_id, payment_id }: { order_id: string; payment_id: string | null },
): Promise<string[]> {
  const wanted = { entity: "order", schema: orderWithEntries, by: { id: order_id } }
  const order = await findOne(query, wanted)
  const booked = new Set(order?.transactions.map(({ reference_id }) => reference_id))
  const payments = (order?.payment_collections ?? []).flatMap((collection) => collection.payments)
  return payments
    .filter(({ id }) => !booked.has(id) && (payment_id === null || payment_id === id))
    .flatMap(({ captures, refunds }) => [...captures, ...refunds].map(({ id }) => id))
    .filter((id) => !booked.has(id))
}
