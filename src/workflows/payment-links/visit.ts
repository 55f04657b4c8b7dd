import type { MedusaContainer } from "@medusajs/framework/types"
import type { PageView } from "../../mapping/page/render"
import type { PaymentLinkRow } from "../../modules/secuconnect/types"
import { resolveDeps, type Deps } from "../deps"
import { concludeLinks } from "./conclude"
import { readPage, type PageVisit } from "./read-page"

/**
 * The link and payment that an address stands for: a link's own token, or the one with which a customer
 * comes back from a payment that was started through a link. Null for any other.
 */
export async function findVisit(
  container: MedusaContainer,
  token: string,
): Promise<Pick<PageVisit, "link" | "checkout"> | null> {
  const { ledger } = resolveDeps(container)
  const link = await ledger.paymentLinks.findByToken(token)
  if (link) return { link, checkout: null }
  const checkout = await ledger.findByReturnToken(token)
  const started = await findLink({ ledger }, checkout?.payment_link_id ?? null)
  return checkout && started ? { link: started, checkout } : null
}

async function findLink(
  { ledger }: Pick<Deps, "ledger">,
  id: string | null,
): Promise<PaymentLinkRow | undefined> {
  return id === null ? undefined : (await ledger.listPaymentLinks({ id }, { take: 1 }))[0]
}

/** What the page shows; null when the order is not there any more. */
export async function visitPage(
  container: MedusaContainer,
  visit: PageVisit,
): Promise<PageView | null> {
  const deps = resolveDeps(container)
  await deps.ledger.paymentLinks.markSeen(visit.link.id)
  const page = await readPage(deps, visit)
  if (page) await concludeLinks(deps, page.open, [visit.link])
  return page?.view ?? null
}
