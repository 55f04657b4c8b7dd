import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import type { MailContent } from "../../mapping/mails/mail"
import { pickLanguage } from "../../mapping/words/language"
import { resolveDeps } from "../deps"
import { mailOfEvent } from "./mail-of-event"
import { readOrderToPay } from "./read-order-to-pay"
import { sendMail, type FinishedMail, type LinkForMail } from "./send-mail"

/** An event as Medusa's bus hands it over. */
interface GivenEvent {
  name: string
  data: unknown
}

const eventSchema = z.object({ event_id: z.string().min(1), checkout_id: z.string().min(1) })

/** A link through which the customer of an order can pay; null where that is not possible now. */
export type LinkFor = (order_id: string) => Promise<LinkForMail | null>

/**
 * Mails the customer what an event tells, once for an event, if the setting `mails` wants it and it is
 * still so.
 *
 * @param linkFor asked for only when a mail with such a link is about to be sent
 * @throws what `sendMail` throws
 */
export async function mailEvent(
  container: MedusaContainer,
  { name, data }: GivenEvent,
  linkFor: LinkFor,
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
  const finish = () => withLink(content, () => linkFor(order_id))
  await sendMail(deps, { order_id, content, finish, ...how })
}

/** Whose payment has failed can pay another way, unless the order was canceled because of it. */
async function withLink(
  content: MailContent,
  makeLink: () => Promise<LinkForMail | null>,
): Promise<FinishedMail> {
  if (content.kind !== "payment_failed" || content.is_order_canceled) return { content }
  const link = await makeLink()
  return { content: { ...content, url: link?.url ?? null }, conclude: link?.conclude }
}
