import { PaymentCollectionStatus } from "@medusajs/framework/utils"
import { z } from "zod"
import type { CountedCollection } from "../mapping/books/collection-sums"
import { amount, date, list } from "../mapping/words/rows"
import { findOne, type Query } from "./query"
import { bookingSchema } from "./schemas"

const session = z.object({ status: z.string(), amount, authorized_at: date.nullish() })

const collectionSchema = z.object({
  status: z.string(),
  currency_code: z.string(),
  authorized_amount: amount.nullish(),
  captured_amount: amount.nullish(),
  refunded_amount: amount.nullish(),
  payment_sessions: list(session),
  payments: list(z.object({ captures: list(bookingSchema), refunds: list(bookingSchema) })),
})

/**
 * A payment collection with everything in it. By its own id: asked by one payment, Medusa gives the
 * collection with that one only.
 */
export async function readCollection(
  query: Query,
  id: string | null | undefined,
): Promise<CountedCollection | null> {
  const wanted = { entity: "payment_collection", schema: collectionSchema, by: { id } }
  const found = await findOne(query, wanted)
  if (!found) return null
  const { status, currency_code, payments, payment_sessions } = found
  return {
    ...{ currency_code, payments },
    authorized_amount: found.authorized_amount ?? 0,
    captured_amount: found.captured_amount ?? 0,
    refunded_amount: found.refunded_amount ?? 0,
    canceled: status === PaymentCollectionStatus.CANCELED.valueOf(),
    sessions: payment_sessions.map(({ authorized_at = null, ...row }) => {
      return { ...row, authorized_at }
    }),
  }
}
