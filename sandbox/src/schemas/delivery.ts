import { z } from "zod"

const time = z.iso.datetime({ offset: true })
const text = z.string().min(1).max(200)

const shipping = z.strictObject({
  type: z.literal("shipping"),
  shipped_at: time.optional(),
  shipped_by: text.optional(),
  tracking_code: text.optional(),
  invoice_number: text.optional(),
})

const collection = z.strictObject({
  type: z.literal("collection"),
  scheduled_slot: z.strictObject({ start_date: time, end_date: time }).optional(),
  store_id: text.optional(),
  delivered_at: time.optional(),
  /** What the buyer shows when he collects; made by the vendor. */
  code: text.optional(),
})

/** How an order of the vendor's checkout is delivered. */
export const deliveryOptionsSchema = z.discriminatedUnion("type", [shipping, collection])

export type DeliveryOptions = z.infer<typeof deliveryOptionsSchema>

/**
 * Body of `POST /Smart/Transactions/{id}/setDelivery`. The type may be left out: it is that of the
 * transaction.
 * @see https://developer.secuconnect.com/integration/Mark_as_Shipped.html
 */
export const setDeliverySchema = z.strictObject({ delivery_options: z.looseObject({}) })
