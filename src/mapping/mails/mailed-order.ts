import { z } from "zod"
import { text } from "../words/rows"

/** The order that a mail is about, as Medusa's Query gives it. */
export const mailedOrderSchema = z.object({
  id: z.string(),
  display_id: z.number().nullish(),
  /** A number of the shop's own. */
  custom_display_id: text,
  email: text,
  locale: text,
})

export type MailedOrder = z.output<typeof mailedOrderSchema>

/** As the customer knows it. */
export function orderNumber({ custom_display_id, display_id, id }: MailedOrder): string {
  return custom_display_id || (display_id == null ? id : String(display_id))
}
