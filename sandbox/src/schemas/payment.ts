import { z } from "zod"

const reason = z
  .string()
  .regex(
    /^[A-Za-z0-9 .,+\-:?()/']{1,100}$/,
    "1 to 100 characters out of A-Z a-z 0-9 space . , + - : ? ( ) / '",
  )

/** Body of `POST /Payment/Transactions/{id}/cancel`, amounts in minor units. */
export const cancelRequestSchema = z.strictObject({
  reduce_amount_by: z.int().positive().optional(),
  reason: reason.optional(),
  reduce_stakeholder_payment: z.boolean().optional(),
  amount: z
    .never({
      error: "is deprecated and means different things per method; send reduce_amount_by",
    })
    .optional(),
})

/** The five fields that describe a delivery. */
export const shippingInformationSchema = z.strictObject({
  carrier: z.string().min(1).max(200).optional(),
  tracking_id: z.string().min(1).max(200).optional(),
  invoice_number: z.string().min(1).max(200).optional(),
  shipped_at: z.iso.datetime({ offset: true }).optional(),
  order_id: z.string().min(1).max(200).optional(),
})

/** Body of `POST /Payment/Transactions/{id}/capture`. */
export const captureRequestSchema = z.strictObject({
  shipping_information: shippingInformationSchema.optional(),
})

/** Body of `POST /General/Contracts/{id}/getAvailablePaymentMethods`. */
export const availableMethodsRequestSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code in upper case"),
  is_demo: z.boolean().optional(),
  apiv2_products: z.boolean().optional(),
})

/** The same where the names of the older API are asked for: then nothing else is looked at. */
export const olderNamesRequestSchema = z.looseObject({ apiv2_products: z.literal(true) })

/** Body of `POST /Payment/Secupay…/{id}/TestChangedPaymentStatus`. */
export const changedStatusSchema = z.strictObject({ new_status_id: z.int() })
