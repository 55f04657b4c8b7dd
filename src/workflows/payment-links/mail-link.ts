import { linkReasonOf } from "../../mapping/page/reason"
import { currencyExponent } from "../../mapping/words/currency"
import { causeOf } from "../../mapping/words/errors"
import { pickLanguage } from "../../mapping/words/language"
import type { Settings } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { sendMail } from "../events/send-mail"
import { checkoutsOfOpen } from "./checkouts"
import type { OpenOrder } from "./open-order"
import { readReasonFacts } from "./read-reason"

/** A link that was just made. */
interface MadeLink {
  id: string
  url: string
}

/**
 * Mails a link to the customer, if the setting `mails` wants it. Never throws: the link is there, and can be
 * sent otherwise.
 *
 * @returns whether a mail was sent
 */
export async function mailLink(
  deps: Deps,
  found: OpenOrder,
  { link, settings }: { link: MadeLink; settings: Settings },
): Promise<boolean> {
  const { order, open } = found
  const { currency_code } = order
  const currency = { currency_code, currency_exponent: currencyExponent(currency_code) }
  const { country_code } = order.billing_address ?? order.shipping_address ?? {}
  const language = pickLanguage({
    locales: [order.locale],
    fallback: settings.language,
    country: country_code,
  })
  const amount = { ...currency, amount: open ?? 0 }
  try {
    const checkouts = await checkoutsOfOpen(deps, found)
    const reason = linkReasonOf(await readReasonFacts(deps, found, checkouts))
    const outcome = await sendMail(deps, {
      content: { kind: "payment_link", amount, url: link.url, reason },
      ...{ order_id: order.id, language, is_demo: settings.demo },
      ...{ trigger_type: "secuconnect.payment_link", key: link.id },
    })
    return outcome === "sent"
  } catch (error) {
    const number = order.display_id ?? order.id
    deps.logger.warn(
      `secuconnect: the payment link of order ${number} was not mailed: ${causeOf(error)}`,
    )
    return false
  }
}
