import { z } from "zod"
import type {
  AdminReportDelivery,
  AdminResolvePayment,
  AdminSendSampleMail,
  AdminStartTestPayment,
  AdminSwitchRegionMethod,
  AdminUpdateSettings,
} from "../http-types"
import { MAIL_KINDS } from "../mapping/words/mails"
import { PAYMENT_STATES } from "../mapping/words/payments"

/** Several values of one filter: `?state=paid,open` or `?state[]=paid&state[]=open`. */
const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (given) => (typeof given === "string" ? given.split(",").filter(Boolean) : given),
    z.array(item).max(20),
  )
const flag = z.enum(["true", "false"]).transform((word) => word === "true")
const code = z.string().regex(/^\w{1,40}$/, "A name has letters, digits and underscores only.")

const paymentFilters = {
  state: list(z.enum(PAYMENT_STATES)).optional(),
  method: list(code).optional(),
  attention: list(code).optional(),
  /** The same as the state of that name. */
  waiting: flag.optional(),
  demo: flag.optional(),
  test_payment: flag.optional(),
  // PostgreSQL refuses a NUL byte.
  q: z
    .string()
    .trim()
    .max(100)
    .regex(/^[^\0]*$/, "The search must not hold a NUL byte.")
    .optional(),
}

export const paymentListParams = z.object({
  ...paymentFilters,
  order: z.enum(["created_at", "-created_at", "amount", "-amount"]).default("-created_at"),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
})

export const paymentExportParams = z.object({
  ...paymentFilters,
  language: z.string().max(100).optional(),
})

export type PaymentFilters = Omit<z.output<typeof paymentExportParams>, "language">
export type PaymentListParams = z.output<typeof paymentListParams>
export type PaymentExportParams = z.output<typeof paymentExportParams>

export const resolveBody = z.object({
  resolution: z.enum(["refund", "keep", "complete"]),
}) satisfies z.ZodType<AdminResolvePayment>

export const reportDeliveryBody = z.object({
  is_complete: z.boolean().optional(),
}) satisfies z.ZodType<AdminReportDelivery>

export const settingsBody = z.object({
  revision: z.number().int().min(0),
  values: z.record(z.string(), z.unknown()),
}) satisfies z.ZodType<AdminUpdateSettings>

export const testPaymentBody = z.object({
  language: z.string().max(100).optional(),
}) satisfies z.ZodType<AdminStartTestPayment>

export const mailPreviewParams = z.object({ language: z.string().max(100).optional() })

export type MailPreviewParams = z.output<typeof mailPreviewParams>

export const sampleMailBody = z.object({
  kind: z.enum(MAIL_KINDS),
  language: z.string().max(100).optional(),
}) satisfies z.ZodType<AdminSendSampleMail>

export const switchMethodBody = z.object({
  provider_id: z.string(),
  enabled: z.boolean(),
}) satisfies z.ZodType<AdminSwitchRegionMethod>

/** Medusa takes a `locale` out of the query before, unless it is empty. */
export const paymentMethodsParams = z.object({
  cart_id: z.string(),
  locale: z.string().optional(),
})

export type PaymentMethodsParams = z.output<typeof paymentMethodsParams>
