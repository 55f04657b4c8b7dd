import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { StoreReturnParams } from "../../../../../../http-types"
import { causeOf } from "../../../../../../mapping/words/errors"
import {
  returnOutcome,
  type ReturnClaim,
  type ReturnOutcome,
} from "../../../../../../mapping/views/outcome"
import { payAddress } from "../../../../../../mapping/request/hook-urls"
import { withOutcome } from "../../../../../../mapping/request/return-url"
import { SECUCONNECT_MODULE } from "../../../../../../modules/secuconnect"
import type { CheckoutRow } from "../../../../../../modules/secuconnect/types"
import { syncCheckoutWorkflow } from "../../../../../../workflows"
import { isTooSoon, orderOfCart } from "../../../../../../workflows/sync"
import { TEST_PAYMENT_RETURN_PAGE, UNKNOWN_RETURN_PAGE } from "./pages"

const CLAIMS: readonly ReturnClaim[] = ["success", "error", "abort"]

interface Return {
  page: string | null
  /** Where it was started on the page of a payment link: that page, see `pay/[token]`. */
  pay_page?: string
  outcome: ReturnOutcome
  checkout: Pick<CheckoutRow, "payment_session_id" | "order_id" | "is_test_payment"> | null
}

/**
 * The shopper comes back from the payment page: sync, then on to the storefront (303) with the
 * outcome. What the address claims only words an outcome that is still open. Never answers 5xx.
 *
 * @see https://developer.secuconnect.com/integration/Return_URLs.html
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { page, pay_page, outcome, checkout } = await findReturn(req)
  res.set("Referrer-Policy", "no-referrer")
  if (pay_page) {
    res.redirect(303, pay_page)
  } else if (checkout?.is_test_payment) {
    res.type("html").send(TEST_PAYMENT_RETURN_PAGE)
  } else if (page) {
    // Express would encode what the page's own query may hold as it is.
    res
      .status(303)
      .set("Location", withOutcome(page, toQuery(outcome, checkout)))
      .end()
  } else {
    res.status(404).type("html").send(UNKNOWN_RETURN_PAGE)
  }
}

function toQuery(outcome: ReturnOutcome, checkout: Return["checkout"]) {
  const payment_session_id = outcome === "unknown" ? null : (checkout?.payment_session_id ?? null)
  const order_id = outcome === "success" ? (checkout?.order_id ?? null) : null
  return { outcome, payment_session_id, order_id } satisfies Record<
    keyof StoreReturnParams,
    string | null
  >
}

async function findReturn({ scope, params }: MedusaRequest): Promise<Return> {
  const ledger = scope.resolve(SECUCONNECT_MODULE)
  const logger = scope.resolve(ContainerRegistrationKeys.LOGGER)
  const { storefrontReturnUrl, backendUrl } = await ledger.getSettings()
  const page = storefrontReturnUrl ?? null
  const claim = claimOf(params["claim"])
  const token = String(params["token"])
  const known = await findCheckout(scope, token)
  if (!known) return { page, outcome: "unknown", checkout: null }
  const pay_page = known.payment_link_id && toPayPage(payAddress(backendUrl, token), known, claim)
  const back = {
    ...{ page: known.return_url ?? page, checkout: known },
    ...(pay_page ? { pay_page } : {}),
  }
  try {
    const input = { checkout_id: known.id, source: "return" as const }
    const { result: checkout } = await syncCheckoutWorkflow(scope).run({ input })
    return { ...back, ...(await outcomeOf(scope, checkout, claim)) }
  } catch (error) {
    if (isTooSoon(error)) return { ...back, outcome: returnOutcome(known, claim) }
    logger.warn(
      `secuconnect: ${known.reference}: a shopper came back, the sync failed: ${causeOf(error)}`,
    )
    return { ...back, outcome: "pending" }
  }
}

/** Nothing was paid here, but the cart has been ordered meanwhile: that order is the outcome. */
async function outcomeOf(scope: MedusaContainer, checkout: CheckoutRow, claim: ReturnClaim | null) {
  const outcome = returnOutcome(checkout, claim)
  const isLost = outcome === "failed" || outcome === "aborted"
  const order_id = isLost && !checkout.order_id ? await orderOfCart(scope, checkout) : null
  if (order_id === null) return { checkout, outcome }
  return { checkout: { ...checkout, order_id }, outcome: "success" as const }
}

/** The return's own token opens the page: that of the link is written down nowhere. */
function toPayPage(address: string, { language }: CheckoutRow, claim: ReturnClaim | null): string {
  const back = claim ?? "success"
  return `${address}?${new URLSearchParams({ lang: language, back }).toString()}`
}

/** By its beginning: something may have been appended without a "?". Null if it says none of them. */
function claimOf(claim = ""): ReturnClaim | null {
  return CLAIMS.find((known) => claim.toLowerCase().startsWith(known)) ?? null
}

/** A database that is away must not show the shopper an error page. */
async function findCheckout(
  scope: MedusaContainer,
  token: string,
): Promise<CheckoutRow | undefined> {
  try {
    return await scope.resolve(SECUCONNECT_MODULE).findByReturnToken(token)
  } catch (error) {
    const logger = scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`secuconnect: a shopper came back, the ledger is away: ${causeOf(error)}`)
    return undefined
  }
}
