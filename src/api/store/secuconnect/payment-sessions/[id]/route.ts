import type { MedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { StorePaymentSessionResponse } from "../../../../../http-types"
import { causeOf } from "../../../../../mapping/words/errors"
import { pickLanguage } from "../../../../../mapping/words/language"
import { sessionFinding, type SessionState } from "../../../../../mapping/views/outcome"
import { texts } from "../../../../../mapping/words/texts"
import { SECUCONNECT_MODULE } from "../../../../../modules/secuconnect"
import type { CheckoutRow } from "../../../../../modules/secuconnect/types"
import { syncCheckoutWorkflow } from "../../../../../workflows"
import { idOf } from "../../../../id-of"
import type { Reply } from "../../../../reply"

/** A waiting page asks every few seconds; secuconnect is asked no more often than this. */
const LOOK_EVERY_MS = 10_000

const UNDECIDED: ReadonlySet<SessionState> = new Set(["open", "processing", "not_ordered"])

/**
 * What a storefront polls after a `pending` return: state, code, the sentence for the shopper in
 * the session's language, and the order's id as soon as there is an order.
 */
export async function GET(
  req: MedusaRequest,
  res: Reply<StorePaymentSessionResponse>,
): Promise<void> {
  const id = idOf(req.params["id"])
  const ledger = req.scope.resolve(SECUCONNECT_MODULE)
  // A payment of a session that is gone may have moved to another one.
  const started = await ledger.listCheckouts({ started_session_id: id, creation: "open" })
  const checkouts = [...started, ...(await ledger.listPayable(id))]
  const known = checkouts.find(({ order_id }) => order_id) ?? checkouts[0]
  if (!known) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Payment session ${id} was not found.`)
  }
  const checkout = await refreshIfOld(req.scope, known)
  const { state, code } = sessionFinding(checkout)
  const text = texts[pickLanguage({ locales: [checkout.language] })][code]
  res.json({ payment_session: { id, state, code, text, order_id: checkout.order_id } })
}

/** The push may be lost: whoever waits on the page should not have to wait for the schedule. */
async function refreshIfOld(scope: MedusaContainer, checkout: CheckoutRow): Promise<CheckoutRow> {
  const { state } = sessionFinding(checkout)
  if (!UNDECIDED.has(state)) return checkout
  const now = await scope.resolve(SECUCONNECT_MODULE).now()
  const age = now.getTime() - (checkout.checked_at ?? checkout.created_at).getTime()
  if (age < LOOK_EVERY_MS) return checkout
  try {
    const input = { checkout_id: checkout.id, source: "poll" as const }
    return (await syncCheckoutWorkflow(scope).run({ input })).result
  } catch (error) {
    const logger = scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`secuconnect: ${checkout.reference}: the sync failed: ${causeOf(error)}`)
    return checkout
  }
}
