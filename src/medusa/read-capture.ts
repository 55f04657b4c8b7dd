import type { BigNumberInput } from "@medusajs/framework/types"
import { z } from "zod"
import { sumOf } from "../mapping/money/totals"
import { list } from "../mapping/words/rows"
import { findOne, type Query } from "./query"
import { bookingSchema } from "./schemas"

const captureSchema = z.object({ payment_id: z.string() })
const paymentSchema = z.object({ captures: list(bookingSchema) })

/**
 * What Medusa has captured of a payment with this capture, major units: its row is committed before
 * the provider is called.
 *
 * @returns null when there is no such row
 */
export async function readCapturedAmount(
  query: Query,
  id: string | undefined,
): Promise<BigNumberInput | null> {
  const capture = await findOne(query, { entity: "capture", schema: captureSchema, by: { id } })
  const by = { id: capture?.payment_id }
  const payment = await findOne(query, { entity: "payment", schema: paymentSchema, by })
  return payment ? sumOf(payment.captures) : null
}
