import type { MedusaContainer } from "@medusajs/framework/types"
import { readOpenOrder } from "../booking/open-order"
import { resolveDeps } from "../deps"
import { mailLink } from "../payment-links/mail-link"
import { makeLinkToMail } from "../payment-links/make-link"
import { isPayableNow } from "../payment-links/payable-now"

/**
 * Order first: mails the link to the payment page of an order that was just placed, once, if the setting
 * `mails` wants payment links to be mailed. Nothing for any other order.
 *
 * @throws Error when the shop's mail provider has failed, so that an event bus with attempts repeats
 */
export async function mailFirstLink(container: MedusaContainer, order_id: string): Promise<void> {
  const deps = resolveDeps(container)
  const unpaid = await deps.ledger.unpaidOrders.waitingOf(order_id)
  if (!unpaid) return
  if ((await deps.ledger.getSettings()).mails.payment_link === false) return
  const found = await readOpenOrder(deps, order_id)
  if (!found || !(await isPayableNow(deps, found))) return
  await mailLink(deps, found, {
    reason: "order",
    key: `${order_id}:order_first`,
    makeLink: () => makeLinkToMail(deps, order_id),
  })
}
