import type { MedusaContainer } from "@medusajs/framework/types"
import type { LinkReason } from "../../mapping/words/mails"
import { checkoutsOfOpen } from "../booking/checkouts-of-open"
import { readOpenOrder } from "../booking/open-order"
import { resolveDeps } from "../deps"
import type { LinkForMail } from "../events"
import { mailLink } from "./mail-link"
import { makeLinkToMail } from "./make-link"
import { isPayableNow } from "./payable-now"

/** Something has happened to an order that its customer may have to pay for. */
export interface LinkOccasion {
  order_id: string
  reason: LinkReason
  /** Where each version of the order is told once, left out. */
  key?: string
}

/**
 * Mails the customer a link because of what has happened, once, where money is open now. Not for an order
 * that was never paid with secuconnect, nor while it waits for a transfer: its customer has been asked.
 *
 * @throws Error when the shop's mail provider has failed, so that an event bus with attempts repeats
 */
export async function mailLinkByItself(
  container: MedusaContainer,
  { order_id, reason, key }: LinkOccasion,
): Promise<void> {
  const deps = resolveDeps(container)
  const settings = await deps.ledger.getSettings()
  if (settings.mails.payment_link === false || !isWanted(reason, settings)) return
  const found = await readOpenOrder(deps, order_id)
  if (!found || !(await isPayableNow(deps, found))) return
  const checkouts = await checkoutsOfOpen(deps, found)
  if (checkouts.length === 0 || checkouts.some(({ status }) => status === "waiting")) return
  await mailLink(deps, found, {
    reason,
    key: key ?? `${order_id}:${reason}:${String(found.order.version)}`,
    makeLink: () => makeLinkToMail(deps, order_id),
  })
}

interface Wishes {
  linkAfterReturnedDebit: boolean
  linkAfterOrderChange: boolean
}

function isWanted(reason: LinkReason, wishes: Wishes): boolean {
  return reason === "debit_returned" ? wishes.linkAfterReturnedDebit : wishes.linkAfterOrderChange
}

/**
 * A link through which the customer of an order pays, for a mail that is about to be sent; null where nothing
 * can be paid right now.
 */
export async function linkForMail(
  container: MedusaContainer,
  order_id: string,
): Promise<LinkForMail | null> {
  const deps = resolveDeps(container)
  const found = await readOpenOrder(deps, order_id)
  if (!found || !(await isPayableNow(deps, found))) return null
  return await makeLinkToMail(deps, order_id)
}
