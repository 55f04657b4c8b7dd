import { z } from "zod"
import { text } from "../words/rows"

/** What the events of a waiting payment carry for a mail. Amount in major units. */
export const waitingPaymentSchema = z.object({
  event_id: z.string().min(1),
  order_id: z.string().min(1),
  /** Left out where somebody else has made the event. */
  checkout_id: z.string().min(1).optional(),
  language: z.enum(["de", "en"]),
  transfer_details: z.object({
    owner: z.string(),
    iban: z.string(),
    bic: z.string().nullable(),
    bank_name: z.string().nullable(),
    purpose: z.string(),
    amount: z.number(),
    currency_code: z.string(),
  }),
})

export type WaitingPayment = z.output<typeof waitingPaymentSchema>

/** The order that is to be paid, as Medusa's Query gives it. */
export const mailedOrderSchema = z.object({
  id: z.string(),
  display_id: z.number(),
  email: text,
  locale: text,
})

export type MailedOrder = z.output<typeof mailedOrderSchema>

/** What the mail's template finds in its `data`. */
export function toMailData(payment: WaitingPayment, order: MailedOrder, is_reminder: boolean) {
  const { transfer_details, language } = payment
  return {
    order_id: order.id,
    order_display_id: order.display_id,
    transfer_details,
    language,
    locale: order.locale ?? null,
    is_reminder,
  }
}
