import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { payAddress } from "../../mapping/request/hook-urls"
import { notAllowed } from "../../mapping/words/errors"
import { STOREFRONT } from "../../modules/secuconnect/payment-links"
import { readOpenOrder } from "../booking/open-order"
import { resolveDeps } from "../deps"
import { daysOfLink } from "./link-days"
import { isPayableNow } from "./payable-now"

/** Whoever looks at an order's page pays now, or opens it anew. */
const DAYS = 1

/** Whether an order can be paid on its page, see `isPayableNow`. */
export async function canBePaid(container: MedusaContainer, order_id: string): Promise<boolean> {
  const deps = resolveDeps(container)
  const open = await readOpenOrder(deps, order_id)
  return open !== null && (await isPayableNow(deps, open))
}

/**
 * A link for the storefront's order page. As with Medusa's own order route the order's id is the key:
 * whoever has it can read more there than the payment page shows. The merchant's links go on.
 *
 * @throws MedusaError when there is no such order, nothing is to be paid, or too many were asked for
 */
export async function linkForStorefront(
  container: MedusaContainer,
  order_id: string,
): Promise<{ url: string; expires_at: Date }> {
  const deps = resolveDeps(container)
  const { ledger } = deps
  const open = await readOpenOrder(deps, order_id)
  if (!open) throw new MedusaError(MedusaError.Types.NOT_FOUND, "This order was not found.")
  if (!(await isPayableNow(deps, open))) {
    throw notAllowed("Nothing can be paid for this order right now.", "secuconnect_nothing_to_pay")
  }
  if (await ledger.paymentLinks.areTooMany(order_id)) {
    throw notAllowed("Try again in ten minutes.", "secuconnect_too_many_links")
  }
  const wish = { order_id, made_by: STOREFRONT, days: await daysOfLink(deps, order_id, DAYS) }
  const { link, token } = await ledger.paymentLinks.make(wish)
  await ledger.paymentLinks.replaceOlder(link.id)
  const { backendUrl } = await ledger.getSettings()
  return { url: payAddress(backendUrl, token), expires_at: link.expires_at }
}
