import { currencyExponent } from "../../mapping/words/currency"
import { pickLanguage } from "../../mapping/words/language"
import type { LinkReason } from "../../mapping/words/mails"
import type { OpenOrder } from "../booking/open-order"
import type { Deps } from "../deps"
import { sendMail, type LinkForMail, type MailOutcome } from "../events"

/** In Medusa's list of notifications. */
export const LINK_TRIGGER = "secuconnect.payment_link"

interface LinkMail {
  reason: LinkReason
  /** Under the same key nothing is sent twice. */
  key: string
  /** Asked for only when the mail is about to be sent. */
  makeLink: () => Promise<LinkForMail>
  /** The customer has got it by e-mail before. */
  is_reminder?: boolean
}

/**
 * Mails a link to the customer of an order, if the setting `mails` wants it.
 *
 * @throws Error when the shop's mail provider has failed
 */
export async function mailLink(
  deps: Deps,
  { order, open }: OpenOrder,
  { reason, key, makeLink, is_reminder = false }: LinkMail,
): Promise<MailOutcome> {
  const settings = await deps.ledger.getSettings()
  const { currency_code } = order
  const currency = { currency_code, currency_exponent: currencyExponent(currency_code) }
  const { country_code } = order.billing_address ?? order.shipping_address ?? {}
  const language = pickLanguage({
    locales: [order.locale],
    fallback: settings.language,
    country: country_code,
  })
  const amount = { ...currency, amount: open ?? 0 }
  const content = { kind: "payment_link", amount, url: "", reason, is_reminder } as const
  const finish = async () => {
    const { url, conclude } = await makeLink()
    return { content: { ...content, url }, conclude }
  }
  return await sendMail(deps, {
    ...{ content, finish, order_id: order.id, language, is_demo: settings.demo },
    ...{ trigger_type: LINK_TRIGGER, key },
  })
}
