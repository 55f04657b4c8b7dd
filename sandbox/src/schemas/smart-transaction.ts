import { z } from "zod"
import { basketInfoSchema, basketSchema } from "./basket"
import { customerSchema, shippingAddressSchema } from "./contact"
import { applicationContextSchema, paymentContextSchema } from "./contexts"
import { deliveryOptionsSchema } from "./delivery"
import { containerChoiceSchema } from "./prepare"

const bankPurposeLength = 140

/**
 * Body of `POST /Smart/Transactions` for a web shop. Strict: a field that is not in the vendor's
 * model, or that a web shop has no business sending, is refused by name.
 */
export const smartTransactionRequestSchema = z.strictObject({
  is_demo: z.boolean().default(false),
  /** Absent in the SDK's own tests; that it then means a sale is an inference. */
  intent: z.enum(["sale", "order"]).default("sale"),
  /** Absent: the only contract of the client. */
  contract: z.strictObject({ id: z.string().min(1), object: z.string().optional() }).optional(),
  /** Not needed beside the contract; the SDK sends an object and a text. */
  merchant: z.union([z.string(), z.looseObject({})]).optional(),
  customer: customerSchema.default({}),
  shipping_address: shippingAddressSchema.optional(),
  container: containerChoiceSchema.optional(),
  delivery_options: deliveryOptionsSchema.optional(),
  basket: basketSchema.optional(),
  basket_info: basketInfoSchema,
  merchantRef: z.string().min(1).max(bankPurposeLength).optional(),
  transactionRef: z.string().min(1).max(bankPurposeLength).optional(),
  application_context: applicationContextSchema.default({}),
  payment_context: paymentContextSchema.default({ auto_capture: false }),
})

export type SmartTransactionRequest = z.infer<typeof smartTransactionRequestSchema>
