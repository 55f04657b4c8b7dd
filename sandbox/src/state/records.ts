import { z } from "zod"
import { paymentContainerSchema } from "../schemas/container"
import { contactSchema } from "../schemas/contact"
import { shippingInformationSchema } from "../schemas/payment"
import { smartTransactionRequestSchema } from "../schemas/smart-transaction"
import { paymentMethods } from "../machine/payment-methods"
import { paymentStateNames } from "../machine/payment-states"

const method = z.enum(paymentMethods)

/** What the shopper did while reads still show the old status; `dueAt` in epoch milliseconds. */
const deferredSchema = z.object({
  method,
  outcome: z.enum(["pay", "pending", "decline"]),
  dueAt: z.number(),
})

/** `received` to `collected` are those of an order, `ok` is that of a sale. */
const smartTransactionStatuses = [
  "created",
  "approved",
  "pending",
  "ok",
  "received",
  "shipped",
  "collection",
  "collected",
  "failed",
  "cancelled",
  "aborted",
] as const

export type SmartTransactionStatus = (typeof smartTransactionStatuses)[number]

export const smartTransactionSchema = z.object({
  id: z.string(),
  customerId: z.string(),
  request: smartTransactionRequestSchema,
  status: z.enum(smartTransactionStatuses),
  /** In minor units, positive. Differs from the request only after tampering. */
  sum: z.number(),
  currency: z.string(),
  contractId: z.string(),
  isDemo: z.boolean(),
  method: method.nullable(),
  transId: z.number().nullable(),
  deferred: deferredSchema.nullable(),
  created: z.string(),
  updated: z.string().nullable(),
})

export const paymentSchema = z.object({
  id: z.string(),
  transId: z.number(),
  hash: z.string(),
  smartTransactionId: z.string(),
  method,
  /** The payment that this one refunds. */
  refundOf: z.string().nullable(),
  /** Current amount in minor units; negative for refunds. */
  amount: z.number(),
  currency: z.string(),
  state: z.enum(paymentStateNames),
  reduced: z.boolean(),
  reason: z.string().nullable(),
  shipping: shippingInformationSchema.nullable(),
  created: z.string(),
  updated: z.string(),
})

const dates = { created: z.string(), updated: z.string().nullable() }

/** A buyer whom the merchant has stored. */
export const customerRecordSchema = z.object({ id: z.string(), contact: contactSchema, ...dates })

/** A payment instrument that the merchant has stored. */
export const containerRecordSchema = z.object({
  id: z.string(),
  request: paymentContainerSchema,
  mandateId: z.string(),
  archived: z.boolean(),
  ...dates,
})

const attemptSchema = z.object({
  at: z.string(),
  status: z.number().nullable(),
  error: z.string().nullable(),
  milliseconds: z.number(),
})

export const pushSchema = z.object({
  id: z.string(),
  smartTransactionId: z.string(),
  paymentId: z.string(),
  type: z.enum(["changed", "added"]),
  url: z.string(),
  state: z.enum(["waiting", "delivered", "given_up", "withheld"]),
  created: z.string(),
  /** Epoch milliseconds. */
  createdAt: z.number(),
  nextAt: z.number().nullable(),
  attempts: z.array(attemptSchema),
})

export type SmartTransaction = z.infer<typeof smartTransactionSchema>
export type Payment = z.infer<typeof paymentSchema>
export type CustomerRecord = z.infer<typeof customerRecordSchema>
export type ContainerRecord = z.infer<typeof containerRecordSchema>
export type Push = z.infer<typeof pushSchema>
export type PushAttempt = z.infer<typeof attemptSchema>
