import { z } from "zod"
import { bankAccountSchema } from "./container"
import { customerSchema } from "./contact"
import { descriptorSchema } from "./contexts"

/**
 * A card or wallet of a custom checkout. What is on it is neither read nor kept.
 * @see https://developer.secuconnect.com/integration/Authorize_for_Credit_Card_Payment.html
 */
const cardSchema = z
  .object({
    type: z.enum(["credit_card", "googlepay", "applepay"]),
    private: z.looseObject({}).optional(),
  })
  .transform(({ type }) => ({ type }))

/** A stored payment instrument, or a bank account or card as it is. */
export const containerChoiceSchema = z.union([
  z.strictObject({
    object: z.literal("payment.containers").optional(),
    id: z.string().startsWith("PCT_"),
  }),
  bankAccountSchema,
  cardSchema,
])

/** Body of `POST /Smart/Transactions/{id}/prepare/{method}`, and of `start` with a method. */
export const prepareSchema = z.strictObject({
  customer: customerSchema.optional(),
  container: containerChoiceSchema.optional(),
  callback_urls: z
    .strictObject({ success_url: z.url().optional(), failure_url: z.url().optional() })
    .optional(),
  dynamic_descriptor: descriptorSchema.optional(),
  email: z.email().optional(),
})
