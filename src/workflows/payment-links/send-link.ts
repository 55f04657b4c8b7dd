import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { causeOf } from "../../mapping/words/errors"
import type { LinkMailOutcome } from "../../mapping/words/mails"
import { hasMailProvider } from "../../modules/secuconnect/settings/store-modules"
import { resolveDeps, type Deps } from "../deps"
import { withLinkMailLock } from "../locks"
import { mailLink } from "./mail-link"
import { makeLinkToMail } from "./make-link"
import { readLinkable } from "./read-linkable"
import { readLinkReason } from "./read-reason"
import { wasSentLately } from "./sent-lately"

/** Which order, and the admin user who asks. */
export interface LinkToSend {
  order_id: string
  made_by: string
}

/**
 * Makes a link and mails it to the customer of an order: within a minute once, however often it is asked
 * for. Where nothing is sent there is no new link, and earlier ones go on; where the mail provider has failed, the
 * new one does as well: its mail may have arrived.
 *
 * @throws MedusaError (`not_allowed`) that says why when nothing can be paid, `not_found` without
 *   the order
 */
export async function sendPaymentLink(
  container: MedusaContainer,
  wish: LinkToSend,
): Promise<LinkMailOutcome> {
  const deps = resolveDeps(container)
  return await withLinkMailLock(deps, wish.order_id, () => sendUnderLock(deps, wish))
}

async function sendUnderLock(
  deps: Deps,
  { order_id, made_by }: LinkToSend,
): Promise<LinkMailOutcome> {
  const { ledger, container } = deps
  const found = await readLinkable(deps, order_id)
  if ((await ledger.getSettings()).mails.payment_link === false) return "off"
  const { modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  if (!hasMailProvider(modules?.["notification"])) return "no_provider"
  const now = await ledger.now()
  if (await wasSentLately(deps, order_id, now)) return "sent_before"
  try {
    const reason = await readLinkReason(deps, found)
    const key = `${order_id}:sent:${now.toISOString()}`
    const make = () => makeLinkToMail(deps, order_id, made_by)
    return await mailLink(deps, found, { reason, key, makeLink: make })
  } catch (error) {
    deps.logger.warn(`secuconnect: ${order_id}: no payment link was mailed: ${causeOf(error)}`)
    return "failed"
  }
}
