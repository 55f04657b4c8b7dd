import type { MedusaContainer } from "@medusajs/framework/types"
import { endOfUnpaid } from "../../mapping/decide/unpaid-order"
import type { UnpaidOrderView } from "../../mapping/views/unpaid-order"
import { currencyExponent, currencyProblem, toMajorUnits } from "../../mapping/words/currency"
import { STOREFRONT } from "../../modules/secuconnect/payment-links"
import type { PaymentLinkRow } from "../../modules/secuconnect/types"
import { readOpenOrder, type OpenOrder } from "../booking/open-order"
import { resolveDeps, type Deps } from "../deps"
import { concludeLinks } from "./conclude"
import { obstacleToLink } from "./obstacle-to-link"

/** What the admin shows of an order's links. */
export interface FoundPaymentLinks {
  /** Newest first. */
  links: PaymentLinkRow[]
  can_be_paid: boolean
  /** What is open; null where nothing is, or nobody knows. `amount` in major units. */
  open: { amount: number; currency_code: string; currency_exponent: number } | null
  /** The order came first, and waits for its payment until then; null for any other. */
  unpaid_order: UnpaidOrderView | null
}

/** Null when there is no such order. */
export async function listPaymentLinks(
  container: MedusaContainer,
  order_id: string,
): Promise<FoundPaymentLinks | null> {
  const deps = resolveDeps(container)
  const open = await readOpenOrder(deps, order_id)
  if (!open) return null
  const links = await deps.ledger.paymentLinks.ofOrder(order_id)
  if (links.length > 0) await concludeLinks(deps, open, links)
  const { contractId } = await deps.ledger.getSettings()
  return {
    links: (await deps.ledger.paymentLinks.ofOrder(order_id)).filter(isMerchants),
    can_be_paid: contractId !== undefined && obstacleToLink(open) === null,
    open: sumOf(open),
    unpaid_order: await readUnpaidView(deps, open),
  }
}

/** Of an order that came first and can still be paid; null for any other. */
export async function readUnpaidView(
  { ledger }: Deps,
  { order, open }: OpenOrder,
): Promise<UnpaidOrderView | null> {
  if (order.status === "canceled" || (open !== null && open <= 0)) return null
  const unpaid = await ledger.unpaidOrders.waitingOf(order.id)
  if (!unpaid?.placed_at) return null
  const { orderFirstHours } = await ledger.getSettings()
  return { cancel_at: endOfUnpaid(unpaid.placed_at, orderFirstHours), problem: unpaid.problem }
}

/** Those that the storefront makes for its order page are nobody's concern. */
function isMerchants({ made_by }: PaymentLinkRow): boolean {
  return made_by !== STOREFRONT
}

/** The open sum as it is shown. */
export function sumOf({ order: { currency_code }, open }: OpenOrder): FoundPaymentLinks["open"] {
  if (open === null || open <= 0 || currencyProblem(currency_code) !== null) return null
  const currency_exponent = currencyExponent(currency_code)
  return { amount: toMajorUnits(open, currency_code), currency_code, currency_exponent }
}
