import { payAddress } from "../../mapping/request/hook-urls"
import type { Deps } from "../deps"
import { daysOfLink } from "./link-days"

/** A link that was just made: its address is told this once. */
export interface MadeLink {
  id: string
  url: string
  expires_at: Date
}

/** A link for whoever pays for an order. It ends the earlier ones. */
export async function makeLink(
  { ledger }: Deps,
  order_id: string,
  made_by: string | null = null,
): Promise<MadeLink> {
  const { paymentLinkDays, backendUrl } = await ledger.getSettings()
  const days = await daysOfLink({ ledger }, order_id, paymentLinkDays)
  const { link, token } = await ledger.paymentLinks.make({ order_id, made_by, days })
  const { id, expires_at } = link
  return { id, expires_at, url: payAddress(backendUrl, token) }
}
