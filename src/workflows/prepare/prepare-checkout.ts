import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { SESSION_DELETED, type MedusaState } from "../../mapping/decide/decision"
import { obstacleOf } from "../../mapping/decide/readiness"
import type { Obstacle } from "../../mapping/words/error-codes"
import { placesOrder } from "../../mapping/status/session-status"
import { isSpent } from "../../mapping/status/spent"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { paysBefore } from "../../mapping/status/pays-first"
import { readAmountDue, readCartSessions, type CartSessions } from "../../medusa/read-amount-due"
import { readPaymentSource } from "../../medusa/read-cart"
import { resolveDeps, type Deps } from "../deps"
import { withSessionLock } from "../locks"
import { hasCartChanged } from "../sync/cart-changed"
import { readMedusa } from "../sync/read-medusa"
import { isInStock } from "../../medusa/stock"

/** The payment page to go to, or why not. `language` is the session's. */
export type PreparedCheckout =
  | { checkout_url: string; obstacle: null; language: string }
  | { checkout_url: null; obstacle: Obstacle; language: string }

export interface PrepareCheckoutInput {
  payment_session_id: string
}

async function prepareCheckout(deps: Deps, payment_session_id: string): Promise<PreparedCheckout> {
  const { query } = deps
  const checkout = await paidOrNewest(deps, payment_session_id)
  const medusa = checkout && (await readMedusa(deps, checkout))
  if (!medusa || medusa.session_status === SESSION_DELETED) {
    return refuse("checkout_session_gone", checkout)
  }
  const source = await readPaymentSource(query, payment_session_id)
  const fullQuery = deps.container.resolve(ContainerRegistrationKeys.QUERY)
  const in_stock = source.cart === null || (await isInStock(fullQuery, source.cart.id))
  const cart = await readCartSessions(query, checkout)
  const amount_due = await readAmountDue(query, checkout, cart)
  const paid_otherwise = await isPaidOtherwise(deps, cart)
  const found = { medusa, source, in_stock, amount_due, paid_otherwise }
  const obstacle = obstacleOf({ ...found, checkout })
  if (obstacle) return refuse(obstacle, checkout)
  if (!(await hasCartChanged(deps, checkout, source))) return accept(checkout)
  const seen = await readBeforeLeaving(deps, checkout)
  const late = obstacleOf({ ...found, checkout: seen })
  if (late) return refuse(late, seen)
  await replace(deps, medusa, checkout)
  return accept(await newest(deps, payment_session_id))
}

/** Two starts at once leave two sessions: nobody may pay on both pages. */
async function isPaidOtherwise({ ledger }: Deps, cart: CartSessions | null): Promise<boolean> {
  const rivals = await ledger.refreshSessions(cart?.others ?? [], "poll")
  return rivals.some((rival) => paysBefore(rival, "open"))
}

function accept(checkout: CheckoutRow | undefined): PreparedCheckout {
  if (!checkout?.checkout_url) return refuse("checkout_session_gone", checkout)
  return { checkout_url: checkout.checkout_url, obstacle: null, language: checkout.language }
}

/** A session can have had several Smart Transactions: who has paid an older one has paid. */
async function paidOrNewest({ ledger }: Deps, id: string): Promise<CheckoutRow | undefined> {
  const payable = await ledger.listPayable(id)
  const isPaid = (row: CheckoutRow) =>
    placesOrder(row.status ?? "open") && !isSpent(row, row.orphan_resolution !== null)
  return payable.find(isPaid) ?? payable[0]
}

async function newest({ ledger }: Deps, id: string): Promise<CheckoutRow | undefined> {
  return (await ledger.listPayable(id))[0]
}

function refuse(obstacle: Obstacle, checkout: CheckoutRow | undefined): PreparedCheckout {
  return { checkout_url: null, obstacle, language: checkout?.language ?? "en" }
}

/**
 * Whoever has paid already must not be given a second page. If secuconnect does not answer, there
 * will be no second page either.
 */
async function readBeforeLeaving({ ledger }: Deps, checkout: CheckoutRow): Promise<CheckoutRow> {
  return await ledger.refreshUnlessFresh(checkout, "poll").catch(() => checkout)
}

/** The payment module hands this to the provider's `updatePayment` and stores what comes back. */
async function replace(
  { container }: Deps,
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

const prepareCheckoutId = "secuconnect-prepare-checkout"

const prepareCheckoutStep = createStep(
  prepareCheckoutId,
  async ({ payment_session_id: id }: PrepareCheckoutInput, { container }) => {
    const deps = resolveDeps(container)
    const prepared = await withSessionLock(deps, id, () => prepareCheckout(deps, id))
    return new StepResponse(prepared)
  },
)

/**
 * Right before the shopper leaves for the payment page: can the cart still be ordered, and does the
 * Smart Transaction still show it? A stale one is replaced within the same session. Two tabs at once
 * get the same one.
 *
 * @example
 * const { result } = await prepareCheckoutWorkflow(container).run({
 *   input: { payment_session_id: "payses_01…" },
 * })
 *
 * @throws MedusaError when the new Smart Transaction could not be made; the old one stays payable
 */
export const prepareCheckoutWorkflow = createWorkflow(
  prepareCheckoutId,
  (input: PrepareCheckoutInput) => new WorkflowResponse(prepareCheckoutStep(input)),
)
