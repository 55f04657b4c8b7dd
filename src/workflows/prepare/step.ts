import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaState } from "../../mapping/decide/decision"
import { obstacleOf, type Obstacle } from "../../mapping/decide/readiness"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { resolveDeps } from "../deps"
import { readPaymentSource } from "../../medusa/read-cart"
import { readMedusaState } from "../../medusa/read-session"
import { hasCartChanged } from "../sync/cart-changed"
import { isInStock } from "../../medusa/stock"

/** The payment page to go to, or why not. `language` is the session's. */
export interface PreparedCheckout {
  checkout_url: string | null
  obstacle: Obstacle | null
  language: string
}

/**
 * Right before the shopper leaves for the payment page: can the cart still be ordered, and does the
 * Smart Transaction still show it? A stale one is replaced within the same session.
 *
 * @throws MedusaError when the new Smart Transaction could not be made; the old one stays payable
 */
export const prepareCheckoutStep = createStep(
  "secuconnect-prepare-checkout",
  async ({ payment_session_id }: { payment_session_id: string }, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const view = await readMedusaState(query, payment_session_id)
    const checkout = await newest(container, payment_session_id)
    if (!view || !checkout) return new StepResponse(refuse("checkout_session_gone", checkout))

    const source = await readPaymentSource(query, payment_session_id)
    const in_stock = source.cart === null || (await isInStock(query, source.cart.id))
    const obstacle = obstacleOf({ view, checkout, source, in_stock })
    if (obstacle) return new StepResponse(refuse(obstacle, checkout))
    if (!(await hasCartChanged(resolveDeps(container), checkout, source)))
      return new StepResponse(accept(checkout))
    const seen = await refreshOnceMore(container, checkout)
    const found = obstacleOf({ view, checkout: seen, source, in_stock })
    if (found) return new StepResponse(refuse(found, seen))
    await replace(container, view, checkout)
    return new StepResponse(accept(await newest(container, payment_session_id)))
  },
)

function accept(checkout: CheckoutRow | undefined): PreparedCheckout {
  const language = checkout?.language ?? "en"
  return { checkout_url: checkout?.checkout_url ?? null, obstacle: null, language }
}

async function newest(container: MedusaContainer, id: string): Promise<CheckoutRow | undefined> {
  return (await container.resolve(SECUCONNECT_MODULE).listPayable(id))[0]
}

function refuse(obstacle: Obstacle, checkout: CheckoutRow | undefined): PreparedCheckout {
  return { checkout_url: null, obstacle, language: checkout?.language ?? "en" }
}

/**
 * Whoever has paid already must not be given a second page. If secuconnect does not answer, there
 * will be no second page either.
 */
async function refreshOnceMore(
  container: MedusaContainer,
  checkout: CheckoutRow,
): Promise<CheckoutRow> {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  return await ledger.refreshUnlessFresh(checkout, "poll").catch(() => checkout)
}

/** The payment module hands this to the provider's `updatePayment` and stores what comes back. */
async function replace(
  container: MedusaContainer,
  { amount }: MedusaState,
  { payment_session_id, currency_code, return_url, language }: CheckoutRow,
): Promise<void> {
  await container.resolve(Modules.PAYMENT).updatePaymentSession({
    id: payment_session_id,
    amount,
    currency_code,
    data: { session_id: payment_session_id, return_url, locale: language },
  })
}
