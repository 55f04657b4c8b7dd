import type { BigNumberValue } from "@medusajs/framework/types"
import { z } from "zod"
import { amount, date, list, text, whole } from "../mapping/words/rows"

/*
 * Medusa's rows, each thing once. What is another module's, and costs another look-up, is added by
 * whoever asks for it.
 */

const booking = z.object({ id: z.string(), amount, raw_amount: amount.nullish(), created_at: date })

/** Beside every amount Medusa keeps the exact one. */
function exact<
  Row extends { amount: BigNumberValue; raw_amount?: BigNumberValue | null | undefined },
>({ raw_amount, ...row }: Row) {
  return { ...row, amount: raw_amount ?? row.amount }
}

/** A capture or a refund; `amount` positive, major units, unrounded. */
export const bookingSchema = booking.transform(exact)

export const paymentSchema = z.object({
  id: z.string(),
  currency_code: z.string(),
  amount,
  /** Not set while a capture is only begun: its row is written before secuconnect is asked. */
  captured_at: date.nullish(),
  canceled_at: date.nullish(),
  payment_session_id: z.string().nullish(),
  payment_collection_id: z.string().nullish(),
  data: whole(z.object({ checkout_id: text }).nullish()),
  captures: list(bookingSchema),
  refunds: list(bookingSchema),
})

export const orderSchema = z.object({
  id: z.string(),
  status: z.string(),
  display_id: z.number().nullish(),
})

/** What was given back is negative. */
const transactionSchema = booking
  .extend({ version: z.number(), reference_id: text })
  .transform(exact)

/** With the order's books. */
export const bookedOrderSchema = orderSchema.extend({
  version: z.number(),
  transactions: list(transactionSchema),
})

export const providerSchema = z.object({ id: z.string(), is_enabled: z.boolean() })

export const regionSchema = z.object({
  id: z.string(),
  name: z.string(),
  currency_code: z.string(),
  payment_providers: list(providerSchema),
})
