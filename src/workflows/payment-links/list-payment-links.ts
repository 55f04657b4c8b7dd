import type { MedusaContainer } from "@medusajs/framework/types"
import { currencyExponent, currencyProblem, toMajorUnits } from "../../mapping/words/currency"
import { STOREFRONT } from "../../modules/secuconnect/payment-links"
import type { PaymentLinkRow } from "../../modules/secuconnect/types"
import { resolveDeps } from "../deps"
import { concludeLinks } from "./conclude"
import { obstacleToLink, readOpenOrder, type OpenOrder } from "./open-order"

/** What the admin shows of an order's links. */
export interface FoundPaymentLinks {
  /** Newest first. */
  links: PaymentLinkRow[]
  can_be_paid: boolean
  /** What is open; null where nothing is, or nobody knows. `amount` in major units. */
  open: { amount: number; currency_code: string; currency_exponent: number } | null
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
  }
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
