import { z } from "zod"
import { list, text } from "../mapping/words/rows"
import { listCollectionsOfOrder } from "./links"
import { findAll, findOne, type Query } from "./query"

const row = z.object({ id: z.string() })

const orderWithTransactions = z.object({ transactions: list(z.object({ reference_id: text })) })

const paymentWithEntries = row.extend({ captures: list(row), refunds: list(row) })

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
  // Transactions first: what is made in between is then told rather than missed.
  const wanted = { entity: "order", schema: orderWithTransactions, by: { id: order_id } }
  const order = await findOne(query, wanted)
  if (!order) return []
  const payments = await readEntries(query, { order_id, payment_id })
  const booked = new Set(order.transactions.map(({ reference_id }) => reference_id))
  return payments
    .filter(({ id }) => !booked.has(id))
    .flatMap(({ captures, refunds }) => [...captures, ...refunds].map(({ id }) => id))
    .filter((id) => !booked.has(id))
}

async function readEntries(
  query: Query,
  { order_id, payment_id }: { order_id: string; payment_id: string | null },
) {
  const by = payment_id
    ? { id: payment_id }
    : { payment_collection_id: await listCollectionsOfOrder(query, order_id) }
  return await findAll(query, { entity: "payment", schema: paymentWithEntries, by })
}
