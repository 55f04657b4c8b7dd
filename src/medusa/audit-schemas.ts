import { z } from "zod"
import { amount, date, list, text, whole } from "../mapping/words/rows"

/*
 * Medusa's rows as the audit reads them: by themselves, without the sums that the plugin works with.
 */

const booking = z.object({ id: z.string(), amount })

/** The core has no sum before there is something to add. */
const sum = amount.nullish().transform((value) => value ?? 0)

const data = whole(z.object({ checkout_id: text }).nullish())

const movedItem = z.object({
  shipped_quantity: sum,
  delivered_quantity: sum,
  written_off_quantity: sum,
  return_requested_quantity: sum,
  return_received_quantity: sum,
  return_dismissed_quantity: sum,
})

const item = z.object({
  quantity: amount,
  requires_shipping: z.boolean().nullish(),
  /** Of what Medusa says nothing of, nothing has moved. */
  detail: whole(movedItem.nullish()).transform((found) => found ?? movedItem.parse({})),
})

const payment = z.object({
  id: z.string(),
  provider_id: z.string(),
  amount,
  currency_code: z.string(),
  canceled_at: date.nullish(),
  data,
  captures: list(booking),
  refunds: list(booking),
})

/** A payment with the order that its collection is linked to. */
export const auditedPaymentSchema = payment.extend({
  payment_collection: z.object({ order: z.object({ id: z.string() }).nullish() }).nullish(),
})

/** A session with the same. */
export const auditedSessionSchema = z.object({
  id: z.string(),
  payment_collection: z.object({ order: z.object({ id: z.string() }).nullish() }).nullish(),
})

const session = z.object({
  id: z.string(),
  provider_id: z.string(),
  status: z.string(),
  amount,
  data,
})

const collection = z.object({
  id: z.string(),
  status: z.string(),
  amount,
  captured_amount: sum,
  refunded_amount: sum,
  payment_sessions: list(session),
  payments: list(payment),
})

/** As the core's list of orders gives it, which adds the two statuses. */
export const auditedOrderSchema = z.object({
  id: z.string(),
  status: z.string(),
  currency_code: z.string(),
  payment_status: z.string(),
  total: amount,
  summary: z.object({ transaction_total: amount, pending_difference: amount }),
  items: list(item),
  cart: z.object({ id: z.string() }).nullish(),
  fulfillments: list(z.object({ shipped_at: date.nullish(), delivered_at: date.nullish() })),
  transactions: list(
    z.object({
      reference: text,
      reference_id: text,
      amount,
      version: z.number(),
      created_at: date,
    }),
  ),
  payment_collections: list(collection),
})

export type MedusaAuditedOrder = z.output<typeof auditedOrderSchema>
export type MedusaAuditedPayment = z.output<typeof auditedPaymentSchema>

/** What the core's list is asked for. */
export const AUDITED_ORDER_FIELDS = [
  ...["id", "status", "currency_code", "total", "summary", "cart.id"],
  ...["items.*", "items.detail.*", "fulfillments.*", "transactions.*", "payment_collections.*"],
  ...["payment_collections.payment_sessions.*", "payment_collections.payments.*"],
  ...["payment_collections.payments.captures.*", "payment_collections.payments.refunds.*"],
]
