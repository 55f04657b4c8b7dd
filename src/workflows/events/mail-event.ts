import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { pickLanguage } from "../../mapping/words/language"
import { resolveDeps } from "../deps"
import { mailOfEvent } from "./mail-of-event"
import { readOrderToPay } from "./read-order-to-pay"
import { sendMail } from "./send-mail"

/** An event as Medusa's bus hands it over. */
interface GivenEvent {
  name: string
  data: unknown
}

const eventSchema = z.object({ event_id: z.string().min(1), checkout_id: z.string().min(1) })

/**
 * Mails the customer what an event tells, once for an event, if the setting `mails` wants it and it is
 * still so.
 *
 * @throws what `sendMail` throws
 */
export async function mailEvent(
  container: MedusaContainer,
  { name, data }: GivenEvent,
): Promise<void> {
  const deps = resolveDeps(container)
  const { mails } = await deps.ledger.getSettings()
  const event = eventSchema.safeParse(data)
  if (!event.success || Object.values(mails).every((wish) => wish === false)) return
  const checkout = await deps.ledger.retrieveCheckout(event.data.checkout_id)
  const { order_id, is_demo, language } = checkout
  const order = await readOrderToPay(deps, checkout)
  const content = mailOfEvent({ name, data, checkout, order })
  if (!content || !order_id) return
  const locale = pickLanguage({ locales: [language] })
  const how = { language: locale, is_demo, trigger_type: name, key: event.data.event_id }
  await sendMail(deps, { order_id, content, ...how })
}
