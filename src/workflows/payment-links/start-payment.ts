import { createPaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { isPayable } from "../../mapping/page/page-state"
import type { PageView } from "../../mapping/page/render"
import type { PageNotice } from "../../mapping/page/texts"
import { causeOf } from "../../mapping/words/errors"
import type { PaymentLinkRow } from "../../modules/secuconnect/types"
import type { OpenOrder } from "../booking/open-order"
import { resolveDeps, type Deps } from "../deps"
import { withOrderMoneyLock } from "../locks"
import { openCollection } from "./open-collection"
import { readPage, type PageVisit, type ReadPage } from "./read-page"

/** The payment page to go to, or the page again with what stands in the way. */
export type LinkStart =
  { checkout_url: string; view: null } | { checkout_url: null; view: PageView | null }

/**
 * Starts a payment of what is open on the link's order, with one of the methods that the page offers. All
 * of it is read under the order's lock; of what the browser sent only the method's name is taken.
 *
 * @returns `view` null too when the order is not there any more
 */
export async function startLinkPayment(
  container: MedusaContainer,
  visit: PageVisit,
  method: string,
): Promise<LinkStart> {
  const deps = resolveDeps(container)
  const { order_id } = visit.link
  try {
    const work = () => startUnderLock(deps, visit, method)
    return await withOrderMoneyLock(deps, { order_id, payment_id: null }, work)
  } catch (error) {
    deps.logger.warn(`secuconnect: ${order_id} is busy, no payment was started: ${causeOf(error)}`)
    return again(await readPage(deps, visit), "busy")
  }
}

async function startUnderLock(deps: Deps, visit: PageVisit, method: string): Promise<LinkStart> {
  const page = await readPage(deps, visit)
  if (!page || !isPayable(page.view.state)) return again(page, null)
  const choice = page.view.choices.find((known) => known.method === method)
  if (!choice) return again(page, "method")
  if (!(await deps.ledger.paymentLinks.countStart(visit.link.id))) return again(page, "too_many")
  const { provider_id } = choice
  const wish = { link: visit.link, provider_id, locale: page.view.language }
  try {
    const checkout_url = await startSession(deps, page.open, wish)
    return checkout_url === null ? again(page, "unavailable") : { checkout_url, view: null }
  } catch (error) {
    const { order_id } = visit.link
    deps.logger.warn(`secuconnect: ${order_id}: no payment was started: ${causeOf(error)}`)
    return again(page, "unavailable")
  }
}

interface Wish {
  link: PaymentLinkRow
  provider_id: string
  locale: string
}

/** A session in the order's collection, as the core's flow starts it. */
async function startSession(
  deps: Deps,
  open: OpenOrder,
  { link, provider_id, locale }: Wish,
): Promise<string | null> {
  const payment_collection_id = await openCollection(deps, open)
  const input = { payment_collection_id, provider_id, data: { locale } }
  const { result: session } = await createPaymentSessionsWorkflow(deps.container).run({ input })
  const [checkout] = await deps.ledger.listPayable(session.id)
  if (!checkout) return null
  // Before the customer leaves: the return goes by it.
  await deps.ledger.writeCheckout({ id: checkout.id, payment_link_id: link.id })
  return checkout.checkout_url
}

function again(page: ReadPage | null, notice: PageNotice | null): LinkStart {
  return { checkout_url: null, view: page && { ...page.view, notice } }
}
