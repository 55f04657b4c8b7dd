import type { AuthorizePaymentOutput } from "@medusajs/framework/types"
import { MedusaError, PaymentSessionStatus } from "@medusajs/framework/utils"
import { bothSums, meets } from "../../mapping/decide/amount-due"
import { unpaidData } from "../../mapping/views/own-data"
import { notAllowed } from "../../mapping/words/errors"
import { pickLanguage } from "../../mapping/words/language"
import { texts } from "../../mapping/words/texts"
import { readAmountDue, readCartSessions } from "../../medusa/read-amount-due"
import { findOrdersOfCarts } from "../../medusa/read-order"
import type { UnpaidOrderRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"
import { refusePaidOtherwise } from "./refuse-paid-otherwise"

/**
 * Order first: a session without a Smart Transaction places its order only where the ledger says that it
 * may. The core calls this within the completion, when the order has been made of the cart.
 *
 * @throws MedusaError for the shopper when the setting was switched off meanwhile, the order costs
 *   something else than when the session was started, or another session of the cart has been paid
 */
export async function authorizeUnpaid(
  deps: ProviderDeps,
  sessionId: string,
): Promise<AuthorizePaymentOutput> {
  const unpaid = await deps.ledger.unpaidOrders.ofSession(sessionId)
  if (!unpaid) return { status: PaymentSessionStatus.ERROR, data: { session_id: sessionId } }
  const data = unpaidData(unpaid)
  const [found] = await findOrdersOfCarts(deps.query, [unpaid.cart_id])
  if (!found) return { status: PaymentSessionStatus.PENDING, data }
  if (unpaid.order_id !== found.order_id) {
    if (!(await isWanted(deps, unpaid))) return { status: PaymentSessionStatus.CANCELED, data }
    await deps.ledger.unpaidOrders.place(unpaid, found.order_id)
  }
  return { status: PaymentSessionStatus.PENDING_AUTHORIZATION, data }
}

/**
 * What is asked once, before the order stands.
 *
 * @returns false where other sessions pay for all of it: this one is then closed, and they get the order
 */
async function isWanted(deps: ProviderDeps, unpaid: UnpaidOrderRow): Promise<boolean> {
  const { language, id } = unpaid
  const words = texts[pickLanguage({ locales: [language] })]
  const { orderFirst } = await deps.ledger.getSettings()
  if (!orderFirst) throw notAllowed(words.checkout_session_gone, "checkout_session_gone")
  const cart = await readCartSessions(deps.query, unpaid)
  const own = { language, status: "open", order_id: null } as const
  await refusePaidOtherwise(deps, own, cart)
  const due = await readAmountDue(deps.query, unpaid, cart)
  if (due !== null && meets(due, unpaid)) return true
  if (due) deps.logger.warn(`secuconnect: ${id}: no order is placed: ${bothSums(unpaid, due)}`)
  if (due && due.amount <= 0) return false
  throw new MedusaError(
    MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
    words.checkout_amount_changed,
    "checkout_amount_changed",
  )
}
