import { payAddress } from "../../mapping/request/hook-urls"
import type { Deps } from "../deps"
import type { LinkForMail, MailEnd } from "../events"
import { daysOfLink } from "./link-days"

/** A link that was just made: its address is told this once. */
export interface MadeLink {
  id: string
  url: string
  expires_at: Date
}

/** A link for whoever pays for an order, whose address is told at once. It ends the earlier ones. */
export async function makeLink(
  deps: Deps,
  order_id: string,
  made_by: string | null = null,
): Promise<MadeLink> {
  const made = await addLink(deps, order_id, made_by)
  await deps.ledger.paymentLinks.replaceOlder(made.id)
  return made
}

/**
 * A link for a mail that is about to be sent. It ends the earlier ones when that was sent; where it was not,
 * they go on, and this one is over. Where nobody knows, all of them go on: the customer may have got either.
 */
export async function makeLinkToMail(
  deps: Deps,
  order_id: string,
  made_by: string | null = null,
): Promise<LinkForMail> {
  const { id, url } = await addLink(deps, order_id, made_by)
  const { paymentLinks } = deps.ledger
  const conclude = async (end: MailEnd) => {
    if (end === "not_sent") await paymentLinks.drop(id)
    if (end !== "sent") return
    await paymentLinks.markMailed(id)
    await paymentLinks.replaceOlder(id)
  }
  return { url, conclude }
}

/** A link that goes on whether or not it is mailed. */
export function toMail({ ledger }: Deps, { id, url }: Pick<MadeLink, "id" | "url">): LinkForMail {
  const conclude = async (end: MailEnd) => {
    if (end === "sent") await ledger.paymentLinks.markMailed(id)
  }
  return { url, conclude }
}

async function addLink(
  { ledger }: Deps,
  order_id: string,
  made_by: string | null,
): Promise<MadeLink> {
  const { paymentLinkDays, backendUrl } = await ledger.getSettings()
  const days = await daysOfLink({ ledger }, order_id, paymentLinkDays)
  const { link, token } = await ledger.paymentLinks.make({ order_id, made_by, days })
  const { id, expires_at } = link
  return { id, expires_at, url: payAddress(backendUrl, token) }
}
