import type { AuthorizePaymentOutput } from "@medusajs/framework/types"
import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { deadlinesOf, type TimeLimits } from "../../mapping/decide/deadlines"
import { isSpent } from "../../mapping/status/spent"
import { WORTH } from "../../mapping/status/pays-first"
import { placesOrder, SESSION_STATUS } from "../../mapping/status/session-status"
import { readCartSessions, type CartSessions } from "../../medusa/read-amount-due"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"
import { authorizeUnpaid } from "./authorize-unpaid"
import { ownData } from "../../mapping/views/own-data"
import { isPaidBeside } from "./is-paid-beside"
import { refuseOtherAmount } from "./refuse-other-amount"
import { refusePaidOtherwise } from "./refuse-paid-otherwise"

/**
 * Says what is true of a payment session at secuconnect. A session may have had several Smart
 * Transactions: the one that pays for the order counts, an older one too; else the newest.
 *
 * @param sessionId from the call's context: nothing is read from the session's data
 * @throws SecuconnectError when secuconnect cannot be read; MedusaError for the shopper when the order
 *   costs something else than was paid, or another session of the cart has been paid
 */
export async function authorizePayment(
  deps: ProviderDeps,
  sessionId: string,
): Promise<AuthorizePaymentOutput> {
  const limits = await deps.ledger.getSettings()
  const now = await deps.ledger.now()
  const isGood = (checkout: CheckoutRow) =>
    isBelieved(checkout) && !isGivenUp(checkout, { limits, now })
  const looked: CheckoutRow[] = []
  for (const checkout of await deps.ledger.listPayable(sessionId)) {
    const seen = await deps.ledger.refreshUnlessFresh(checkout, "medusa")
    looked.push(seen)
    if (isGood(seen) && seen.status === "accepted") break
  }
  const good = looked.filter(isGood)
  for (const status of WORTH) {
    const best = good.find((checkout) => checkout.status === status)
    if (!best) continue
    const cart = await readCartUnlessOrdered(deps, best)
    await refusePaidOtherwise(deps, best, cart)
    const isDue = await refuseOtherAmount(deps, best, cart)
    const told = isDue ? SESSION_STATUS[status] : PaymentSessionStatus.CANCELED
    return { status: told, data: ownData(best) }
  }
  const [newest] = looked
  return newest ? await refuse(deps, newest) : await authorizeUnpaid(deps, sessionId)
}

/** Of a session that brings no order. */
async function refuse(deps: ProviderDeps, newest: CheckoutRow): Promise<AuthorizePaymentOutput> {
  const cart = await readCartUnlessOrdered(deps, newest)
  await refusePaidOtherwise(deps, newest, cart)
  const isClosed = await isPaidBeside(deps, newest, cart)
  const status = isClosed ? PaymentSessionStatus.CANCELED : refusedStatus(newest)
  return { status, data: ownData(newest) }
}

/** An order that counts on the payment already gets it, whatever has become of the cart. */
async function readCartUnlessOrdered(
  { query }: ProviderDeps,
  checkout: CheckoutRow,
): Promise<CartSessions | null> {
  return checkout.order_id === null ? await readCartSessions(query, checkout) : null
}

/**
 * The promise was given up without an order, or its time is over: the shopper was told that there is
 * none, so that there is none later either, also when the money comes all the same.
 */
function isGivenUp(
  checkout: CheckoutRow,
  { limits, now }: { limits: TimeLimits; now: Date },
): boolean {
  if (checkout.order_id !== null) return false
  const { given_up_at } = deadlinesOf(checkout, limits)
  return checkout.expired_at !== null || (given_up_at !== null && given_up_at <= now)
}

/** Can an order be placed on it? */
function isBelieved(checkout: CheckoutRow): boolean {
  const { status, mismatch, orphan_resolution } = checkout
  const isOurs = placesOrder(status ?? "unknown") && mismatch === null
  return isOurs && !isSpent(checkout, orphan_resolution !== null)
}

/** A transaction that differs from what we asked for is never believed; a person has to look. */
function refusedStatus(checkout: CheckoutRow): PaymentSessionStatus {
  const status = SESSION_STATUS[checkout.status ?? "unknown"]
  return placesOrder(checkout.status ?? "unknown") ? PaymentSessionStatus.REQUIRES_MORE : status
}
